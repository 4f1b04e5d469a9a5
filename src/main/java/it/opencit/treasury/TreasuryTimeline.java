// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.TimelineEntry;
import it.opencit.organizations.TimelineSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a body was assessed and what it paid, on its timeline. */
@Component
class TreasuryTimeline implements TimelineSource {

    private static final String TOPIC = "Entrate";

    private final AccertamentoStore accertamenti;
    private final AllocationStore allocations;

    TreasuryTimeline(AccertamentoStore accertamenti, AllocationStore allocations) {
        this.accertamenti = accertamenti;
        this.allocations = allocations;
    }

    @Override
    public List<TimelineEntry> of(OrganizationId organization) {
        List<Accertamento> owed = accertamenti.of(organization);
        Map<AccertamentoId, Accertamento> byId =
                owed.stream().collect(Collectors.toMap(Accertamento::id, Function.identity()));
        List<TimelineEntry> entries = new ArrayList<>();
        for (Accertamento accertamento : owed) {
            entries.add(new TimelineEntry(
                    accertamento.act().date(),
                    TOPIC,
                    "Accertati " + accertamento.amount().inItalian() + ": " + accertamento.object(),
                    accertamento.act().inItalian(),
                    Addresses.of(accertamento.id())));
        }
        for (Allocation allocation : allocations.ofAccertamenti(byId.keySet())) {
            if (allocation.stands()) {
                Accertamento paid = Objects.requireNonNull(byId.get(allocation.accertamento()));
                entries.add(new TimelineEntry(
                        allocation.collectedOn(),
                        TOPIC,
                        "Riscossi " + allocation.amount().inItalian() + ": " + paid.object(),
                        "",
                        Addresses.of(paid.id())));
            }
        }
        return entries;
    }
}
