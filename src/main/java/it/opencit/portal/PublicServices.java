// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingTranslation;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteCard;
import it.opencit.shared.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        return cards(
                search(typed).stream().limit(limit).toList(),
                visit,
                visit.text().get("kind.SERVICE"));
    }

    /**
     * Services as lists show them. One query more on English pages.
     *
     * @param kind what they are, where they stand among other things; "" where the list says it
     */
    List<SiteCard> cards(List<Offering> offerings, Visit visit, String kind) {
        Map<OfferingId, OfferingTranslation> english =
                visit.language() == Language.ENGLISH ? catalogue.translations() : Map.of();
        return offerings.stream()
                .map(one -> ServiceCards.of(one, english.get(one.id()), visit, kind))
                .toList();
    }

    /** Those of which English readers find a translation. */
    Set<OfferingId> translated() {
        return catalogue.translations().keySet();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
