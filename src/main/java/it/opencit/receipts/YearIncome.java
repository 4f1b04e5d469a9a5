// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Euro;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of receipts: what a year brings in, by what it is paid for. */
@Service
public class YearIncome {

    private final YearIncomeStore lines;
    private final Subscriptions subscriptions;
    private final Treasury treasury;

    YearIncome(YearIncomeStore lines, Subscriptions subscriptions, Treasury treasury) {
        this.lines = lines;
        this.subscriptions = subscriptions;
        this.treasury = treasury;
    }

    /**
     * What the bodies owe for one thing, all together.
     *
     * @param offering the service; {@code null} for the quotas
     * @param due approved, adjustments included
     * @param collected of it
     */
    public record OfService(@Nullable OfferingId offering, Euro due, Euro collected) {

        OfService plus(OfService other) {
            return new OfService(offering, due.plus(other.due), collected.plus(other.collected));
        }
    }

    /** The approved dues of a year: quotas first, then service by service in the order in which they were approved. */
    @Transactional(readOnly = true)
    public List<OfService> of(int year) {
        List<YearIncomeStore.Line> approved = lines.of(year);
        Map<SubscriptionId, OfferingId> offerings = subscriptions.offeringsOf(approved.stream()
                .map(YearIncomeStore.Line::subscription)
                .filter(Objects::nonNull)
                .map(SubscriptionId::new)
                .toList());
        Map<String, Euro> collected =
                treasury
                        .bySources(approved.stream()
                                .map(YearIncomeStore.Line::source)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Accertamento::source, Accertamento::collected));
        Map<String, OfService> sums = new LinkedHashMap<>();
        for (YearIncomeStore.Line line : approved) {
            Long subscription = line.subscription();
            OfferingId offering = subscription == null ? null : offerings.get(new SubscriptionId(subscription));
            sums.merge(
                    String.valueOf(offering),
                    new OfService(offering, line.amount(), collected.getOrDefault(line.source(), Euro.ZERO)),
                    OfService::plus);
        }
        return new ArrayList<>(sums.values());
    }

    /** The years with something approved, the first first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return lines.years();
    }
}
