// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Tells private networks from the open internet. Where somebody types an address that the program then opens, it must not
 * knock at doors that only its own network sees. Whoever asks asks right before it connects, and again for every
 * redirection: Java keeps what the name server said for some seconds, so what is asked here is what is connected to.
 */
public final class PrivateNetworks {

    private PrivateNetworks() {}

    /**
     * Whether any address of a host is of a private network.
     *
     * @param host name, or address as it stands in an URI
     * @throws UnknownHostException when it has no address at all
     */
    public static boolean hold(String host) throws UnknownHostException {
        for (InetAddress one : InetAddress.getAllByName(host)) {
            if (hold(one)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address is anything but one of the open internet (RFC 6890). */
    public static boolean hold(InetAddress address) {
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
            boolean tunnelled = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0; // Teredo
            return unique || translated || mapped || tunnelled;
        }
        return first == 0
                || first == 100 && (second & 0xc0) == 64 // 100.64.0.0/10, of carriers
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xfe) == 18 // 198.18.0.0/15, of benches
                || first >= 240;
    }
}
