// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.PhoneNumber;
import it.opencit.shared.texts.TextLink;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a link leads to, as far as its address alone tells. */
sealed interface LinkTarget {

    /** Longer ones no server takes. */
    int LONGEST = 2_000;

    Pattern WEB = Pattern.compile(
            "(https?)://([^/?#]*?)(:\\d*)?([/?][^#]*)?(?:#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    Pattern IN_AN_ADDRESS = Pattern.compile("[A-Za-z0-9%._~:/?#\\[\\]@!$&'()*+,;=-]");

    /** A page or a file of this site: its path, without the language, decoded. */
    record Inside(String path) implements LinkTarget {}

    /** A page of another site: its address as a program opens it, without what only a browser reads. */
    record Outside(String address) implements LinkTarget {

        String host() {
            return String.valueOf(URI.create(address).getHost());
        }
    }

    /** A mailbox or a telephone, as far as one sees it without writing or calling. */
    record Person() implements LinkTarget {}

    /** Nothing that could be opened; why, Italian. */
    record Nothing(String reason) implements LinkTarget {}

    /**
     * What a link leads to.
     *
     * @param base path of the page on which it stands
     * @param hosts names of the centre's own site
     */
    static LinkTarget of(TextLink link, String base, Set<String> hosts) {
        if (!link.shown()) {
            return new Nothing(Messages.text(link.picture() ? "portal.link.no-picture" : "portal.link.not-shown"));
        }
        String address = link.address();
        Matcher web = WEB.matcher(address);
        if (web.matches()) {
            return onTheWeb(
                    web.group(1),
                    web.group(2),
                    Objects.requireNonNullElse(web.group(3), ""),
                    Objects.requireNonNullElse(web.group(4), ""),
                    hosts);
        }
        Matcher scheme = SCHEME.matcher(address);
        if (scheme.matches()) {
            return ofAPerson(scheme.group(1), decoded(scheme.group(2)));
        }
        try {
            return inside(new URI("http", "localhost", base, null).resolve(written(address)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return miswritten();
        }
    }

    private static LinkTarget onTheWeb(String scheme, String host, String port, String rest, Set<String> hosts) {
        try {
            String ascii = (host.startsWith("[") ? host : IDN.toASCII(host)).toLowerCase(Locale.ROOT);
            URI whole = new URI(scheme.toLowerCase(Locale.ROOT) + "://" + ascii + port + written(rest));
            if (whole.getHost() == null || whole.getUserInfo() != null) {
                return miswritten();
            }
            if (hosts.contains(ascii)) {
                return inside(whole);
            }
            return whole.toString().length() > LONGEST
                    ? new Nothing(Messages.text("portal.link.long", LONGEST))
                    : new Outside(whole.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return miswritten();
        }
    }

    private static LinkTarget inside(URI whole) {
        String path = whole.normalize().getPath();
        if (path == null || path.isEmpty() || path.equals("/en") || path.equals("/en/")) {
            return new Inside("/");
        }
        return new Inside(path.startsWith("/en/") ? path.substring("/en".length()) : path);
    }

    private static LinkTarget ofAPerson(String scheme, String rest) {
        String who = rest.replaceFirst("\\?.*", "");
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "mailto" ->
                Arrays.stream(who.split(",")).map(String::strip).allMatch(EmailAddress::isOne)
                        ? new Person()
                        : new Nothing(Messages.text("portal.link.mail", who));
            case "tel" -> isDialled(who) ? new Person() : new Nothing(Messages.text("portal.link.phone", who));
            default -> miswritten();
        };
    }

    /** A link has parentheses too and parameters after a semicolon, but no bars (RFC 3966, § 3). */
    private static boolean isDialled(String who) {
        String number = who.replaceFirst(";.*", "").replaceAll("[()]", "");
        return !number.contains("/") && (PhoneNumber.isOne(number) || PhoneNumber.isShort(number));
    }

    private static LinkTarget miswritten() {
        return new Nothing(Finding.MISWRITTEN.inItalian(""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** An address with what may not stand in one written as browsers do; what is written so already stays. */
    private static String written(String address) {
        StringBuilder written = new StringBuilder();
        address.codePoints().forEach(point -> {
            String one = Character.toString(point);
            if (IN_AN_ADDRESS.matcher(one).matches()) {
                written.append(one);
            } else {
                for (byte each : one.getBytes(StandardCharsets.UTF_8)) {
                    written.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
                }
            }
        });
        return written.toString();
    }
}
