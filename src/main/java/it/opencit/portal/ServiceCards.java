// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingTranslation;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.Euro;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Services as lists show them; what the centre did not translate is Italian. */
final class ServiceCards {

    private ServiceCards() {}

    /**
     * The card of a service.
     *
     * @param english its name on English pages; {@code null} where it has none, and on Italian pages
     * @param kind what it is, where it stands among other things; "" where the list says it
     */
    static SiteCard of(Offering offering, @Nullable OfferingTranslation english, Visit visit, String kind) {
        SiteText text = visit.text();
        String italian = Cards.foreign(Language.ITALIAN, visit);
        String summary = english == null ? "" : english.summary();
        return new SiteCard(
                kind,
                english == null ? offering.title() : english.title(),
                summary.isEmpty() ? offering.summary() : summary,
                visit.to(PublicServices.address(offering)),
                english == null ? italian : null,
                summary.isEmpty() ? italian : null,
                List.of(
                        text.get("service.area." + offering.area().name()),
                        text.get("service.class." + offering.offeringClass().name()) + ", "
                                + text.get("service.level." + offering.level().name()),
                        recipients(offering.eligibility(), text)),
                null,
                null);
    }

    /** Such as "Solo enti aderenti: Comuni, Unioni di Comuni, fino a 5.000 abitanti". */
    static String recipients(Eligibility eligibility, SiteText text) {
        Integer most = eligibility.maxResidents();
        String kinds = eligibility.kinds().stream()
                .sorted()
                .map(kind -> text.get("body." + kind.name()))
                .collect(Collectors.joining(", "));
        return text.get(eligibility.membersOnly() ? "service.for.members" : "service.for.all")
                + (kinds.isEmpty() ? "" : ": " + kinds)
                + (most == null ? "" : ", " + text.get("service.for.residents", number(text, most)));
    }

    static String number(SiteText text, Number number) {
        return NumberFormat.getInstance(text.language().locale()).format(number);
    }

    /** {@code 1.800,00 €}, as the language writes it. */
    static String money(SiteText text, Euro amount) {
        if (text.language() == Language.ITALIAN) {
            return amount.inItalian();
        }
        NumberFormat format = NumberFormat.getInstance(text.language().locale());
        format.setMinimumFractionDigits(2);
        return "€" + format.format(amount.value());
    }
}
