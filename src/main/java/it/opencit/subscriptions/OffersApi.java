// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.subscriptions.ApiSubscription.ApiAllowance;
import it.opencit.subscriptions.ApiSubscription.ApiCost;
import it.opencit.subscriptions.ApiSubscription.ApiOffer;
import it.opencit.subscriptions.ApiSubscription.ApiStep;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Step;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue with the cost of one body, for other programs. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class OffersApi {

    private final Offers offers;
    private final Organizations organizations;
    private final Clock clock;

    OffersApi(Offers offers, Organizations organizations, Clock clock) {
        this.offers = offers;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/api/v1/organizations/{id}/offers")
    ApiSubscription.Offers of(
            SignedIn person, @PathVariable OrganizationId id, @RequestParam(required = false) @Nullable Integer year) {
        if (!person.isStaff() && !person.bodies().contains(id.value())) {
            throw new NotFound("Offers of " + id + " for " + person.username());
        }
        organizations.get(id);
        int wanted = year == null ? LocalDate.now(clock).getYear() : year;
        if (wanted < 2000 || wanted > 2200) {
            throw Refusal.inField("year", "subscriptions.api.year");
        }
        return new ApiSubscription.Offers(
                id, wanted, offers.of(id, wanted).stream().map(OffersApi::item).toList());
    }

    private static ApiOffer item(Offer offer) {
        Refusal refusal = offer.refusal();
        Subscription own = offer.own();
        return new ApiOffer(
                offer.offering().code(),
                offer.offering().title(),
                refusal == null,
                refusal == null ? null : refusal.inItalian(),
                own == null ? null : own.id(),
                offer.offering().included(),
                offer.costs().stream().map(OffersApi::cost).toList(),
                offer.allowances().stream()
                        .map(one -> new ApiAllowance(one.key(), one.included(), one.used(), one.left(), one.shared()))
                        .toList());
    }

    private static ApiCost cost(OfferCost cost) {
        List<Step> steps = cost.outcome() instanceof Outcome.Computed computed ? computed.steps() : List.of();
        return new ApiCost(
                cost.kind().name(),
                cost.variant(),
                cost.tariff() == null ? null : cost.tariff().code(),
                cost.quantities(),
                cost.amount(),
                cost.amount() == null ? SubscriptionFacts.refusal(cost.outcome()) : null,
                steps.stream()
                        .map(step -> new ApiStep(step.text(), plain(step.amount()), step.depth()))
                        .toList());
    }

    /** At least two decimals, more where a partial result is not yet rounded. */
    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
    }
}
