// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.centres.Links;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.tickets.OfficeReaders.Reader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mails that a ticket sends. They hang on one thread, so that mail programs show them together and answers come back to
 * the ticket. What one act does is one mail for each address, whatever it is for the ticket, and none for who acted.
 */
@Component
class TicketMails {

    private final Notices notices;
    private final Centres centres;
    private final Persons persons;
    private final Mailboxes mailboxes;
    private final IncomingStore incoming;
    private final Links links;
    private final SupplierDesks suppliers;
    private final SupplierLinks supplierLinks;
    private final SharingStore sharings;
    private final StandingObservers standing;
    private final Opinions opinions;
    private final CitizenStore citizens;
    private final SignedLinks signed;
    private final OfficeReaders readers;
    private final Organizations organizations;
    private final Clock clock;

    TicketMails(
            Notices notices,
            Centres centres,
            Persons persons,
            Mailboxes mailboxes,
            IncomingStore incoming,
            Links links,
            SupplierDesks suppliers,
            SupplierLinks supplierLinks,
            SharingStore sharings,
            StandingObservers standing,
            Opinions opinions,
            CitizenStore citizens,
            SignedLinks signed,
            OfficeReaders readers,
            Organizations organizations,
            Clock clock) {
        this.readers = readers;
        this.organizations = organizations;
        this.citizens = citizens;
        this.signed = signed;
        this.clock = clock;
        this.notices = notices;
        this.centres = centres;
        this.persons = persons;
        this.mailboxes = mailboxes;
        this.incoming = incoming;
        this.links = links;
        this.suppliers = suppliers;
        this.supplierLinks = supplierLinks;
        this.sharings = sharings;
        this.standing = standing;
        this.opinions = opinions;
    }

    /** Tells the requester the number of its ticket. */
    void opened(TicketNumber number, String title, String to) {
        send(number, title, "apertura", "apertura", "tickets.mail.opened", "", true, told(to));
    }

    /** Tells who has no account the number of its ticket, and the code to follow it. */
    void openedByCitizen(TicketNumber number, String title, String to, String code) {
        String told = Messages.text("tickets.mail.citizen.code", number.toString(), code);
        send(
                number,
                title,
                "apertura",
                "apertura",
                "tickets.mail.opened",
                "",
                true,
                List.of(new Recipient(to, "\n\n" + told)));
    }

    /** Tells the requester the number of a ticket that somebody else opened for it. */
    void opened(TicketNumber number, String title, String to, Author by) {
        if (!isActor("", to, by)) {
            opened(number, title, to);
        }
    }

    /**
     * Tells what was written: to the requester, to who follows the ticket and to who always
     * follows those of the body what the office or a supplier wrote, to who works
     * the ticket, or hears of those that nobody has, what the body wrote.
     *
     * @param files names of those that came with it, which the body may read: they are in the ticket, not in the mail
     * @param told addresses that know already of an act on many tickets, to which those told now are added
     */
    void written(
            Ticket ticket, String event, String key, String text, List<String> files, Author by, Set<String> told) {
        String act = "v" + ticket.version();
        if (by.body()) {
            toOffice(ticket, ticket.assignee(), act, event, "tickets.mail.body-wrote", with(files, text), by);
            return;
        }
        String where = where(ticket, files);
        List<Recipient> to = new ArrayList<>();
        if (!isActor(Objects.requireNonNullElse(ticket.username(), ""), ticket.email(), by)
                && told.add(address(ticket.email()))) {
            String invitation = key.equals("tickets.mail.solved") ? opinions.invitation(ticket.number()) : "";
            to.add(new Recipient(ticket.email(), where + invitation));
        }
        Sharing sharing = sharings.of(ticket.number());
        List<Observer> followers = new ArrayList<>(sharing.observers());
        followers.addAll(standing.following(ticket, sharing));
        for (Observer observer : followers) {
            if (!observer.email().isEmpty()
                    && !observer.email().equalsIgnoreCase(ticket.email())
                    && told.add(address(observer.email()))) {
                to.add(new Recipient(observer.email(), where));
            }
        }
        send(ticket.number(), ticket.title(), act, event, key, with(files, text), true, to);
    }

    /** A text with the names of the files that came with it. */
    private static String with(List<String> files, String text) {
        return files.isEmpty()
                ? text
                : text + "\n\n" + Messages.text("tickets.mail.files", files.size(), String.join(", ", files));
    }

    /** Where who asked finds the files; a citizen is told where in every mail. */
    private String where(Ticket ticket, List<String> files) {
        return files.isEmpty() || citizens.body(ticket.number()).isPresent()
                ? ""
                : "\n\n" + Messages.text("tickets.mail.files.where", links.to(Addresses.inArea(ticket.number())));
    }

    /** Tells the requester of a duplicate with which ticket it goes on. */
    void merged(Ticket ticket, TicketNumber into, Author by) {
        if (!isActor("", ticket.email(), by)) {
            String event = "unione-" + ticket.version();
            String more = "\n\n" + Messages.text("tickets.mail.merged.into", into.toString());
            send(
                    ticket.number(),
                    ticket.title(),
                    event,
                    event,
                    "tickets.mail.merged",
                    "",
                    true,
                    List.of(new Recipient(ticket.email(), more)));
        }
    }

    /** Tells every address of the supplier that has a ticket, each with a link of its own. */
    void toSupplier(Ticket ticket, SupplierId supplier, String event, String key, String text, List<String> files) {
        toSupplier(ticket, supplier, event, key, with(files, text), true);
    }

    /**
     * Reminds a supplier of a promise.
     *
     * @param told how much of it is used up
     */
    void alertSupplier(Ticket ticket, SupplierId supplier, Alarm alarm, String told) {
        String event = "avviso-" + alarm.kind() + "-" + alarm.step();
        toSupplier(ticket, supplier, event, "tickets.alert.supplier", told, false);
    }

    /** @param quoted whether the text is what somebody wrote, which stays out of the mails of a confidential ticket */
    private void toSupplier(Ticket ticket, SupplierId supplier, String event, String key, String text, boolean quoted) {
        Centre centre = centres.current();
        boolean confidential = sharings.mailed(ticket.number()).confidential();
        String title = title(ticket.title(), confidential);
        List<String> thread = thread(ticket.number(), centre);
        for (String address : suppliers.get(supplier).addresses()) {
            notices.send(new Mail(
                    "ticket-" + ticket.number() + "-" + event + "-fornitore-" + address,
                    address,
                    subject(centre, ticket.number(), title),
                    Messages.text(
                            key,
                            ticket.number().toString(),
                            title,
                            confidential && quoted ? Messages.text("tickets.mail.confidential.text") : text,
                            name(centre),
                            supplierLinks.issue(ticket.number(), supplier, address)),
                    List.of(),
                    headers(ticket.number(), event, address(address), centre, thread, "")));
        }
    }

    /**
     * Tells the office what a supplier wrote: who gave it the ticket, else who hears of those that nobody has.
     *
     * @param giver user name; "" when nobody is known
     */
    void supplierWrote(Ticket ticket, String giver, String event, String text, List<String> files, Author by) {
        List<Reader> told = readers.person(giver);
        send(
                ticket.number(),
                ticket.title(),
                "v" + ticket.version(),
                event,
                "tickets.mail.supplier-wrote",
                with(files, text),
                false,
                others(told.isEmpty() ? readers.of(null) : told, by));
    }

    /** Tells a person that a ticket is now its own, or the people of a group that it is theirs. */
    void assigned(Ticket ticket, Assignee to, String reason, Author by) {
        toOffice(
                ticket,
                to,
                "v" + ticket.version(),
                "assegnazione-" + ticket.version(),
                "tickets.mail.assigned",
                reason,
                by);
    }

    /** Tells a person, or those of a group, that many tickets are now theirs: one mail each for all of them. */
    void assignedTogether(List<Ticket> tickets, Assignee to, String event, Author by) {
        String lines = tickets.stream()
                .map(ticket -> "n. " + ticket.number() + " " + links.to(Addresses.of(ticket.number())))
                .collect(Collectors.joining("\n"));
        String whose = to.kind() == Assignee.Kind.GROUP ? "al tuo gruppo" : "a te";
        ofMany(
                tickets,
                event,
                others(readers.of(to), by),
                Messages.text("tickets.mail.together.subject", name(centres.current()), tickets.size(), whose),
                Messages.text("tickets.mail.together", tickets.size(), by.name(), lines, whose));
    }

    /**
     * Tells people of the office of tickets that nobody has yet: one mail each, however many they are.
     *
     * @param byAddress what is new at each address
     */
    void arrived(Map<String, List<Ticket>> byAddress) {
        Set<Ticket> all = byAddress.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return;
        }
        Map<OrganizationId, String> bodies =
                organizations.names(all.stream().map(Ticket::organization).collect(Collectors.toSet()));
        Set<TicketNumber> confidential = sharings.confidential(all);
        Map<List<Ticket>, List<Recipient>> alike = new LinkedHashMap<>(); // most read of the same tickets
        byAddress.forEach((address, tickets) ->
                alike.computeIfAbsent(tickets, _ -> new ArrayList<>()).add(new Recipient(address, "")));
        alike.forEach((tickets, to) -> arrived(tickets, to, bodies, confidential));
    }

    private void arrived(
            List<Ticket> tickets,
            List<Recipient> to,
            Map<OrganizationId, String> bodies,
            Set<TicketNumber> confidential) {
        if (tickets.size() == 1) {
            Ticket one = tickets.getFirst();
            String text = facts(one, bodies) + "\n\n" + one.description();
            send(one.number(), one.title(), "nuovo", "nuovo", "tickets.mail.new", text, false, to);
            return;
        }
        String lines = tickets.stream()
                .map(ticket -> {
                    boolean hidden = confidential.contains(ticket.number());
                    return "n. " + ticket.number() + " «" + title(ticket.title(), hidden) + "»"
                            + (hidden ? "" : "\n" + facts(ticket, bodies)) + "\n"
                            + links.to(Addresses.of(ticket.number()));
                })
                .collect(Collectors.joining("\n\n"));
        ofMany(
                tickets,
                "nuovi-" + tickets.getFirst().number(),
                to,
                Messages.text("tickets.mail.new.many.subject", name(centres.current()), tickets.size()),
                Messages.text("tickets.mail.new.many", tickets.size(), lines));
    }

    /** {@code Comune di Roccaverde, Elena Riva, urgenza alta}. */
    private static String facts(Ticket ticket, Map<OrganizationId, String> bodies) {
        return bodies.getOrDefault(ticket.organization(), "") + ", " + ticket.requester() + ", urgenza "
                + ticket.urgency().label().toLowerCase(Locale.ITALIAN);
    }

    private void ofMany(List<Ticket> tickets, String event, List<Recipient> to, String subject, String text) {
        Centre centre = centres.current();
        notices.tell(
                tickets.stream().anyMatch(one -> one.urgency() == Urgency.BLOCKING),
                links.to(Addresses.TICKETS),
                to.stream()
                        .map(one -> new Mail(
                                "ticket-" + event + ":" + address(one.address()),
                                one.address(),
                                subject,
                                text + "\n\n" + name(centre),
                                List.of(),
                                Map.of("Auto-Submitted", "auto-generated", OwnMessages.HEADER, centre.code())))
                        .toList());
    }

    /**
     * Tells who works a ticket, each of a group, or of one that nobody has who hears of those.
     *
     * @param key in the words for a person; those for a group and for nobody have the same and more
     */
    private void toOffice(
            Ticket ticket, @Nullable Assignee to, String act, String event, String key, String text, Author by) {
        String said = to == null ? key + ".nobody" : to.kind() == Assignee.Kind.GROUP ? key + ".group" : key;
        send(ticket.number(), ticket.title(), act, event, said, text, false, others(readers.of(to), by));
    }

    /** Those who are told of what somebody did: all but that one. */
    private List<Recipient> others(List<Reader> readers, Author by) {
        String own = readers.isEmpty() ? "" : persons.email(by.username());
        return readers.stream()
                .filter(one -> !isActor(one.username(), one.address(), by, own))
                .map(one -> new Recipient(one.address(), ""))
                .toList();
    }

    /** Whether there is nobody to tell at an address but who acted. */
    private boolean isActor(String username, String address, Author by) {
        return address.isEmpty() || isActor(username, address, by, persons.email(by.username()));
    }

    /** @param own where who acted reads */
    private static boolean isActor(String username, String address, Author by, String own) {
        return by.username().equals(username)
                || by.username().equalsIgnoreCase(address)
                || own.equalsIgnoreCase(address);
    }

    private static List<Recipient> told(String address) {
        return List.of(new Recipient(address, ""));
    }

    /**
     * Who is written to.
     *
     * @param more what is said to this address alone, after the text
     */
    private record Recipient(String address, String more) {}

    /**
     * Everything is read once, however many are told.
     *
     * @param act by which it is known that one person is told once
     * @param requester whether they read as who asked does, and may answer; who works the ticket goes to its page
     */
    private void send(
            TicketNumber number,
            String title,
            String act,
            String event,
            String key,
            String text,
            boolean requester,
            List<Recipient> to) {
        if (to.isEmpty()) {
            return;
        }
        Centre centre = centres.current();
        SharingStore.Mailed mailed = sharings.mailed(number);
        String shown = title(title, mailed.confidential());
        String told = mailed.confidential() && !text.isEmpty() ? Messages.text("tickets.mail.confidential.text") : text;
        boolean citizen = requester && citizens.body(number).isPresent();
        String replyTo = requester && !citizen ? mailboxes.replyTo() : "";
        String where = requester ? "" : links.to(Addresses.of(number));
        String said = citizen && key.equals("tickets.mail.solved") ? "tickets.mail.citizen.solved" : key;
        String body = Messages.text(said, number.toString(), shown, told.isEmpty() ? "" : told + "\n\n", where)
                .strip();
        String end = end(number, requester, citizen, replyTo) + "\n\n" + name(centre);
        List<String> thread = thread(number, centre);
        notices.tell(
                citizen || mailed.blocking(),
                links.to(requester ? Addresses.inArea(number) : Addresses.of(number)),
                to.stream()
                        .map(one -> new Mail(
                                "ticket-" + number + "-" + act + ":" + address(one.address()),
                                one.address(),
                                subject(centre, number, shown),
                                body + one.more() + end,
                                List.of(),
                                headers(number, event, address(one.address()), centre, thread, replyTo)))
                        .toList());
    }

    /** How who asked goes on from a mail. */
    private String end(TicketNumber number, boolean requester, boolean citizen, String replyTo) {
        if (citizen) {
            String page = CitizenController.path(Citizens.mailToken(signed, number, clock.instant()));
            return "\n\n" + Messages.text("tickets.mail.citizen", links.to(page));
        }
        return requester
                ? "\n\n" + Messages.text(replyTo.isEmpty() ? "tickets.mail.no-reply" : "tickets.mail.reply")
                : "";
    }

    static String address(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }

    private static String subject(Centre centre, TicketNumber number, String title) {
        return Messages.text("tickets.mail.subject", name(centre), number.toString(), title);
    }

    /** The title as a mail may say it: a mailbox is read by more people than the ticket, so not that of a confidential one. */
    String title(Ticket ticket) {
        return title(ticket.title(), sharings.mailed(ticket.number()).confidential());
    }

    private static String title(String title, boolean confidential) {
        return confidential ? Messages.text("tickets.mail.confidential.title") : title;
    }

    private static String name(Centre centre) {
        return centre.shortName().isBlank() ? centre.name() : centre.shortName();
    }

    /** The messages that a mail answers to, the last one last. */
    private List<String> thread(TicketNumber number, Centre centre) {
        return Stream.concat(Stream.of(OwnMessages.root(number, centre.code())), incoming.thread(number).stream())
                .toList();
    }

    private static Map<String, String> headers(
            TicketNumber number, String event, String to, Centre centre, List<String> thread, String replyTo) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", OwnMessages.of(number, event, to, centre.code()));
        headers.put("In-Reply-To", thread.getLast());
        headers.put("References", String.join(" ", thread));
        headers.put("Auto-Submitted", "auto-generated");
        headers.put(OwnMessages.HEADER, centre.code());
        if (!replyTo.isEmpty()) {
            headers.put("Reply-To", replyTo);
        }
        return headers;
    }
}
