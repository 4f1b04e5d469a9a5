// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Costs and sustainability for programs. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class CostsApi {

    private final Costs costs;
    private final Balances balances;
    private final Catalogue catalogue;

    CostsApi(Costs costs, Balances balances, Catalogue catalogue) {
        this.costs = costs;
        this.balances = balances;
        this.catalogue = catalogue;
    }

    /** @param offering code of the service; {@code null} for the whole centre */
    record Item(
            int year,
            @Nullable CostKind kind,
            @Nullable String offering,
            @Nullable String description,
            @Nullable Euro amount,
            @Nullable String act) {}

    record Items(List<Item> items) {}

    record Sustainability(
            int year,
            Euro income,
            Euro collected,
            Euro cost,
            @Nullable BigDecimal coverPercent,
            List<Balance.Income> bySource,
            List<Service> byService) {}

    record Service(
            String title, Euro income, Euro cost, @Nullable BigDecimal coverPercent) {}

    @GetMapping("/api/v1/costs")
    Items ofYear(@RequestParam int year) {
        Map<OfferingId, String> codes =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Offering::code));
        return new Items(costs.all().stream()
                .map(StoredCost::cost)
                .filter(cost -> cost.year() == year)
                .map(cost -> new Item(
                        cost.year(),
                        cost.kind(),
                        cost.offering() == null ? null : codes.get(cost.offering()),
                        cost.description(),
                        cost.amount(),
                        cost.act()))
                .toList());
    }

    @PostMapping("/api/v1/costs")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
    Item add(@RequestBody Item item) {
        CostKind kind = item.kind();
        Euro amount = item.amount();
        String description = item.description();
        if (item.year() < CostForm.FIRST_YEAR || item.year() > CostForm.LAST_YEAR) {
            throw Refusal.inField("year", "costs.year");
        }
        if (kind == null) {
            throw Refusal.inField("kind", "costs.kind");
        }
        if (description == null || description.isBlank()) {
            throw Refusal.inField("description", "costs.description");
        }
        if (amount == null) {
            throw Refusal.inField("amount", "costs.amount");
        }
        String code = item.offering();
        OfferingId offering = code == null
                ? null
                : catalogue
                        .byCode(code)
                        .map(Offering::id)
                        .orElseThrow(() -> Refusal.inField("offering", "costs.row.service", code));
        costs.record(List.of(new Cost(
                item.year(), kind, offering, description.strip(), amount, item.act() == null ? "" : item.act())));
        return item;
    }

    @GetMapping("/api/v1/sustainability/{year}")
    Sustainability sustainability(@PathVariable int year) {
        Balance balance = balances.of(year);
        return new Sustainability(
                year,
                balance.totalIncome(),
                balance.totalCollected(),
                balance.totalCost(),
                balance.cover(),
                balance.income(),
                balance.services().stream()
                        .map(line -> new Service(line.title(), line.income(), line.cost(), line.cover()))
                        .toList());
    }
}
