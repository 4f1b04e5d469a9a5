// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The services of the catalogue, for other programs; also for those of the bodies. */
@RestController
@RequestMapping("/api/v1/offerings")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE, Role.REFERENTE})
class OfferingApi {

    private static final int MOST = 500;

    private final Catalogue catalogue;

    OfferingApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Services by title, a page at a time; with {@code offeredOn} only those that can be asked for on that day. */
    @GetMapping
    ApiOffering.Page list(
            @RequestParam(name = "class", required = false) @Nullable OfferingClass offeringClass,
            @RequestParam(required = false) @Nullable OfferingLevel level,
            @RequestParam(required = false) @Nullable OfferingArea area,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate offeredOn,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable OfferingId after) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "catalogue.api.limit", MOST);
        }
        List<Offering> found = following(catalogue.offerings(), after).stream()
                .filter(offering -> offeringClass == null || offeringClass == offering.offeringClass())
                .filter(offering -> level == null || level == offering.level())
                .filter(offering -> area == null || area == offering.area())
                .filter(offering -> offeredOn == null || offering.offered().contains(offeredOn))
                .limit(limit + 1L)
                .toList();
        List<Offering> page = found.subList(0, Math.min(limit, found.size()));
        Map<SupplierId, String> partners = partners();
        return new ApiOffering.Page(
                page.stream()
                        .map(offering -> ApiOffering.of(offering, partners))
                        .toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    /** A service by its id or code, with its sheet and the fields of its request form. */
    @GetMapping("/{key}")
    ApiOffering.Whole show(@PathVariable String key) {
        Offering offering = key.matches("\\d{1,18}")
                ? catalogue.get(OfferingId.valueOf(key))
                : catalogue.byCode(key).orElseThrow(() -> new NotFound("Offering " + key));
        return new ApiOffering.Whole(
                ApiOffering.of(offering, partners()),
                ApiOffering.Sheet.of(catalogue.sheet(offering.id())),
                catalogue.form(offering.id()));
    }

    /** Those after a service in the order of the list; all when there is none. */
    private static List<Offering> following(List<Offering> all, @Nullable OfferingId after) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(after)) {
                return all.subList(i + 1, all.size());
            }
        }
        return after == null ? all : List.of();
    }

    private Map<SupplierId, String> partners() {
        return catalogue.suppliers().stream().collect(Collectors.toMap(Supplier::id, Supplier::name));
    }
}
