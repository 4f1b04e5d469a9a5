// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.OrganizationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body asks for a service.
 *
 * @param variant "" when the offering has none
 * @param protocol {@code null} until the register gives it
 * @param quantities asked, as totals, by key of the tariff
 * @param payers other bodies that will pay; empty when the body pays by itself
 * @param partner technology partner of the body for this service
 * @param formVersion of the offering's form that was answered; 0 without a form
 * @param answers by key of the form's fields
 */
public record NewRequest(
        OfferingId offering,
        OrganizationId organization,
        String variant,
        LocalDate requestedOn,
        @Nullable Protocol protocol,
        Contact contact,
        Map<String, BigDecimal> quantities,
        List<PayerShare> payers,
        @Nullable SupplierId partner,
        int formVersion,
        Map<String, String> answers,
        String notes) {

    public NewRequest {
        quantities = Map.copyOf(quantities);
        payers = List.copyOf(payers);
        answers = Map.copyOf(answers);
    }

    /** A request of which only this is known, as a campaign's sheet says it. */
    public static NewRequest of(OfferingId offering, OrganizationId organization, LocalDate requestedOn) {
        return new NewRequest(
                offering,
                organization,
                "",
                requestedOn,
                null,
                Contact.NONE,
                Map.of(),
                List.of(),
                null,
                0,
                Map.of(),
                "");
    }
}
