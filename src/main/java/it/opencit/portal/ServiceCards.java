// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.Offering;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.Euro;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Services as lists show them; what the centre wrote of them is Italian. */
final class ServiceCards {

    private ServiceCards() {}

    /** @param kind what it is, where it stands among other things; "" where the list says it */
    static SiteCard of(Offering offering, Visit visit, String kind) {
        SiteText text = visit.text();
        return new SiteCard(
                kind,
                offering.title(),
                offering.summary(),
                visit.to(PublicServices.address(offering)),
                Cards.foreign(Language.ITALIAN, visit),
                List.of(
                        text.get("service.area." + offering.area().name()),
                        text.get("service.class." + offering.offeringClass().name()) + ", "
                                + text.get("service.level." + offering.level().name()),
                        recipients(offering.eligibility(), text)),
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
