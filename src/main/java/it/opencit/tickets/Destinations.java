// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import it.opencit.shared.web.PrivateNetworks;
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
            if (PrivateNetworks.hold(host) && !privateNetworks) {
                throw Refusal.inField("address", "tickets.webhook.private", host);
            }
        } catch (UnknownHostException e) {
            throw Refusal.inField("address", "tickets.webhook.unknown", host);
        }
        return address;
    }
}
