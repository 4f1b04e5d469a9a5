// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On the home page: how many services there are, and which contracts end or want notice. */
@Component
class SuppliersPanel implements HomePanel {

    private final OfferingStore offerings;
    private final ContractStore contracts;
    private final Clock clock;

    SuppliersPanel(OfferingStore offerings, ContractStore contracts, Clock clock) {
        this.offerings = offerings;
        this.contracts = contracts;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isStaff()) {
            return Shown.NOTHING;
        }
        LocalDate today = LocalDate.now(clock);
        return new Shown(
                List.of(new Count(
                        "Servizi a catalogo", offerings.countOffered(today), Addresses.OFFERINGS + "?offerta=si")),
                attention(contracts.count(today)));
    }

    private static List<Attention> attention(Map<ContractAlert, Long> counts) {
        List<Attention> attention = new ArrayList<>();
        counts.forEach((alert, number) -> {
            if (number > 0) {
                attention.add(new Attention(
                        alert.urgency(),
                        Messages.text("catalogue.attention", alert.label(), number),
                        Addresses.CONTRACTS + "?avviso=" + alert.key()));
            }
        });
        return attention;
    }
}
