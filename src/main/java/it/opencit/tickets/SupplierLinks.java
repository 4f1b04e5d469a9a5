// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links with which one address of a supplier works one ticket without signing in. Each carries its number, its end and
 * their HMAC-SHA256 by a key of the centre; it is worth nothing once the ticket is given to somebody else or closed.
 */
@Service
@Transactional
class SupplierLinks {

    static final Duration LASTS = Duration.ofDays(30);

    private static final String PURPOSE = "fornitore";

    private final SupplierLinkStore store;
    private final SignedLinks links;
    private final Clock clock;

    SupplierLinks(SupplierLinkStore store, SignedLinks links, Clock clock) {
        this.store = store;
        this.links = links;
        this.clock = clock;
    }

    /** What a link opens. */
    record Access(long id, TicketNumber ticket, SupplierId supplier, String address, Instant expires) {}

    /** The whole address that goes into a mail. */
    String issue(TicketNumber ticket, SupplierId supplier, String address) {
        Instant expires = clock.instant().plus(LASTS);
        String token = links.token(PURPOSE, store.add(ticket, supplier, address, expires), expires);
        return links.address(Addresses.LINK + "/" + token);
    }

    /** What a token opens; empty when it is not ours, too old or revoked. */
    public Optional<Access> open(String token) {
        return links.read(PURPOSE, token, clock.instant()).flatMap(store::find);
    }

    /** Makes every link of a ticket worthless. */
    void revoke(TicketNumber ticket) {
        store.revoke(ticket, clock.instant());
    }
}
