// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.subscriptions.ServiceStanding;
import it.opencit.subscriptions.SubscriptionStage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How the body of a ticket stands with the service concerned, for other programs; a body's person asks of its own tickets. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class ConcernedServiceApi {

    private final TicketReader reader;
    private final AskedServices services;

    ConcernedServiceApi(TicketReader reader, AskedServices services) {
        this.reader = reader;
        this.services = services;
    }

    /**
     * The service and the body.
     *
     * @param memberSince {@code null} for a body that has not joined
     * @param stage {@code null} where the body neither uses nor asks for it
     * @param inUseSince {@code null} until it is in use
     * @param coverage Italian, as the costs and allowances are
     */
    record ApiStanding(
            String service,
            String title,
            @Nullable LocalDate memberSince,
            @Nullable SubscriptionStage stage,
            @Nullable LocalDate inUseSince,
            String coverage,
            List<String> costs,
            List<String> allowances) {

        static ApiStanding of(ServiceStanding standing) {
            return new ApiStanding(
                    standing.code(),
                    standing.service(),
                    standing.memberSince(),
                    standing.stage(),
                    standing.inUseSince(),
                    standing.coverage(),
                    standing.costs(),
                    standing.allowances());
        }
    }

    @GetMapping("/api/v1/tickets/{number}/service")
    ApiStanding show(@PathVariable TicketNumber number, SignedIn person) {
        Viewer viewer = Viewer.of(person);
        return ApiStanding.of(services.standing(reader.get(number, viewer), viewer instanceof Viewer.Office));
    }
}
