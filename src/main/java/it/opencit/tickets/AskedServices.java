// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.subscriptions.RequestBrief;
import it.opencit.subscriptions.RequestId;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tickets.pages.AskedService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a ticket shows of the service that is asked with it. */
@Component
class AskedServices {

    private final Subscriptions subscriptions;

    AskedServices(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** {@code null} for a ticket that asks for no service: then nothing is read. */
    @Nullable
    AskedService of(TicketReader.Found found, boolean office, boolean writable) {
        RequestId request = found.whole().request();
        if (request == null) {
            return null;
        }
        RequestBrief brief = subscriptions.brief(request, office, writable);
        List<AskedService.Fact> facts = new ArrayList<>();
        facts.add(new AskedService.Fact(
                "Richiesta", brief.kind() + ", " + brief.state().toLowerCase(java.util.Locale.ITALIAN)));
        facts.add(new AskedService.Fact("Copertura", brief.coverage()));
        brief.costs().forEach(cost -> facts.add(new AskedService.Fact("Costo", cost)));
        brief.allowances().forEach(one -> facts.add(new AskedService.Fact("Quantità", one)));
        return new AskedService(
                brief.service(),
                brief.address(),
                brief.stage(),
                brief.tone(),
                facts,
                brief.form(),
                brief.acts().stream()
                        .map(act -> new AskedService.Act(act.label(), act.address()))
                        .toList());
    }
}
