// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go. What a coordinator types must not make the program knock at doors that only its own network sees,
 * so addresses of private networks are refused, when typed and again before every delivery; whoever runs the installation
 * may allow them.
 */
@Component
class Destinations {

    private final boolean privateNetworks;

    Destinations(@Value("${opencit.webhooks.private-networks}") boolean privateNetworks) {
        this.privateNetworks = privateNetworks;
    }

    /**
     * The address, when it may be written to now.
     *
     * @throws Refusal in the field {@code address} when it is none, cannot be found, or is of a private network
     */
    URI check(String typed) {
        URI address;
        try {
            address = URI.create(typed.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.inField("address", "tickets.webhook.address", typed);
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null
                || address.getUserInfo() != null
                || address.getFragment() != null
                || !scheme.equals("https") && !(privateNetworks && scheme.equals("http"))) {
            throw Refusal.inField("address", "tickets.webhook.address", typed);
        }
        try {
            for (InetAddress one : InetAddress.getAllByName(host)) {
                if (!privateNetworks && isPrivate(one)) {
                    throw Refusal.inField("address", "tickets.webhook.private", host);
                }
            }
        } catch (UnknownHostException e) {
            throw Refusal.inField("address", "tickets.webhook.unknown", host);
        }
        return address;
    }

    /** Whether an address is anything but one of the open internet (RFC 6890). */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean unique = (first & 0xfe) == 0xfc; // fc00::/7
            boolean translated = first == 0 && second == 0x64 || first == 0x20 && second == 0x02; // NAT64, 6to4
            boolean mapped = first == 0 && second == 0; // ::/16, IPv4 in disguise
            return unique || translated || mapped;
        }
        return first == 0
                || first == 100 && (second & 0xc0) == 64 // 100.64.0.0/10, of carriers
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xfe) == 18 // 198.18.0.0/15, of benches
                || first >= 240;
    }
}
