// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How messages of this program are known again: by the identifier they carry and by the token in their subject. */
final class OwnMessages {

    /** A header on all of them: one that comes in with it has come back. */
    static final String HEADER = "X-OpenCIT";

    private static final Pattern OURS = Pattern.compile("<[^<>@\\s]+@([a-z0-9-]+)\\.opencit>");
    private static final Pattern OF_TICKET =
            Pattern.compile("<ticket-(\\d{1,12})(?:\\.[^<>@\\s]+)?@([a-z0-9-]+)\\.opencit>");
    private static final Pattern TOKEN = Pattern.compile("\\[([^\\[\\]]{1,200}?) #(\\d{1,12})\\]");
    private static final Pattern IDENTIFIER = Pattern.compile("<[^<>\\s]{1,900}>");

    private OwnMessages() {}

    /** The identifier from which the thread of a ticket hangs. */
    static String root(TicketNumber number, String centre) {
        return "<ticket-" + number + "@" + centre + ".opencit>";
    }

    /** The identifier of what an event of a ticket sends to an address: always the same. */
    static String of(TicketNumber number, String event, String to, String centre) {
        UUID address = UUID.nameUUIDFromBytes(to.getBytes(StandardCharsets.UTF_8));
        return "<ticket-" + number + "." + event + "." + address + "@" + centre + ".opencit>";
    }

    static boolean isOurs(String messageId) {
        return OURS.matcher(messageId.strip()).matches();
    }

    /** The ticket that one of these identifiers, the latest first, says it belongs to. */
    static Optional<TicketNumber> ticket(List<String> references, String centre) {
        for (String reference : references.reversed()) {
            Matcher matcher = OF_TICKET.matcher(reference);
            if (matcher.matches() && matcher.group(2).equals(centre)) {
                return number(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    /**
     * The ticket that a subject names as our mails do, {@code [CIT Brescia #12]}.
     *
     * @param names of the centre; a token of another desk is none
     */
    static Optional<TicketNumber> ticket(String subject, List<String> names) {
        Matcher matcher = TOKEN.matcher(subject);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (names.stream().anyMatch(name::equalsIgnoreCase)) {
                return number(matcher.group(2));
            }
        }
        return Optional.empty();
    }

    /** The identifiers in a header, in their order. */
    static List<String> identifiers(String header) {
        List<String> found = new ArrayList<>();
        Matcher matcher = IDENTIFIER.matcher(header);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Optional<TicketNumber> number(String digits) {
        long number = Long.parseLong(digits);
        return number < 1 ? Optional.empty() : Optional.of(new TicketNumber(number));
    }
}
