// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.portal.pages.SiteCard;
import it.opencit.shared.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The services that the public reads of: those that are offered today. */
@Component
@Transactional(readOnly = true)
class PublicServices {

    static final String ADDRESS = "/servizi";

    private final Catalogue catalogue;
    private final OfferingTextStore words;
    private final Clock clock;

    PublicServices(Catalogue catalogue, OfferingTextStore words, Clock clock) {
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    static String address(Offering offering) {
        return ADDRESS + "/" + offering.code();
    }

    /** By title. Two queries. */
    List<Offering> all() {
        return catalogue.offeredOn(today());
    }

    /** @throws NotFound for a code that no service offered today has */
    Offering get(String code) {
        return catalogue
                .byCode(code)
                .filter(offering -> offering.offered().contains(today()))
                .orElseThrow(() -> new NotFound("No service " + code));
    }

    /** Those that have every word, those that say most of them first. Three queries. */
    List<Offering> search(String typed) {
        List<OfferingId> found = words.search(typed);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<OfferingId, Offering> offered = all().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        return found.stream().map(offered::get).filter(Objects::nonNull).toList();
    }

    /** What a search of the whole site shows of the services with some words. */
    List<SiteCard> services(Visit visit, String typed, int limit) {
        return search(typed).stream()
                .limit(limit)
                .map(offering -> ServiceCards.of(offering, visit, visit.text().get("kind.SERVICE")))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
