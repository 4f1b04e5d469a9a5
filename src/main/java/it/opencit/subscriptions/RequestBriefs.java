// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.AccessionSummary;
import it.opencit.agreements.Agreements;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a request, or a body, beside the subscription, its cost and what is left of the quota's allowance. */
@Component
@Transactional(readOnly = true)
class RequestBriefs {

    private final RequestStore requests;
    private final SubscriptionActs acts;
    private final Offers offers;
    private final Catalogue catalogue;
    private final Agreements agreements;
    private final Clock clock;

    RequestBriefs(
            RequestStore requests,
            SubscriptionActs acts,
            Offers offers,
            Catalogue catalogue,
            Agreements agreements,
            Clock clock) {
        this.requests = requests;
        this.acts = acts;
        this.offers = offers;
        this.catalogue = catalogue;
        this.agreements = agreements;
        this.clock = clock;
    }

    RequestBrief of(RequestId id, boolean staff, boolean writable) {
        Request request = requests.find(id).orElseThrow(() -> new NotFound("Request " + id));
        Subscription subscription = acts.get(request.subscription());
        Offering offering = catalogue.get(subscription.offering());
        int year =
                Math.max(LocalDate.now(clock).getYear(), request.requestedOn().getYear());
        Offer offer = offers.one(subscription.organization(), year, offering, request.quantities());
        List<OfferCost> costs = offer.costs().stream()
                .filter(cost -> cost.variant().isEmpty() || cost.variant().equals(subscription.variant()))
                .toList();
        String address =
                staff ? SubscriptionAddresses.of(subscription.id()) : SubscriptionAddresses.inArea(subscription.id());
        String own = address + "/richieste/" + id;
        return new RequestBrief(
                request.kind().label(),
                RequestTelling.title(offering, subscription),
                subscription.state().stage().label(),
                Tones.of(subscription.state().stage()),
                request.state().label(),
                coverage(request, costs, offer.allowances()),
                costs.stream()
                        .filter(cost -> !isFree(cost))
                        .map(OfferWords::price)
                        .toList(),
                offer.allowances().stream().map(RequestBriefs::allowance).toList(),
                address,
                own + "/modulo.pdf",
                staff && writable ? acts(request, subscription, own) : List.of());
    }

    ServiceStanding standing(OrganizationId body, OfferingId id, boolean staff) {
        LocalDate today = LocalDate.now(clock);
        Offering offering = catalogue.get(id);
        Offer offer = offers.one(body, today.getYear(), offering, Map.of());
        Subscription own = offer.own();
        List<OfferCost> costs = offer.costs().stream()
                .filter(cost -> own == null
                        || cost.variant().isEmpty()
                        || cost.variant().equals(own.variant()))
                .filter(cost -> own == null || !own.state().stage().isRunning() || cost.kind() != ChargeKind.ACTIVATION)
                .toList();
        Refusal refusal = offer.refusal();
        return new ServiceStanding(
                offering.code(),
                own == null ? offering.title() : RequestTelling.title(offering, own),
                memberSince(body, today),
                own == null ? null : own.state().stage(),
                own == null ? "" : Tones.of(own.state().stage()),
                own == null ? null : own.state().firstDay(),
                own == null || !own.state().stage().isRunning() ? "" : covered(costs),
                costs.stream()
                        .filter(cost -> !isFree(cost))
                        .map(cost -> (own == null && !cost.variant().isEmpty() ? cost.variant() + ": " : "")
                                + OfferWords.price(cost))
                        .toList(),
                offer.allowances().stream().map(RequestBriefs::allowance).toList(),
                own == null && refusal != null ? refusal.inItalian() : "",
                own == null
                        ? (staff ? "/gestione/catalogo/" : SubscriptionAddresses.AREA + "/catalogo/") + id
                        : staff ? SubscriptionAddresses.of(own.id()) : SubscriptionAddresses.inArea(own.id()));
    }

    /** The first day of the conventions that follow one another up to today. */
    private @Nullable LocalDate memberSince(OrganizationId body, LocalDate today) {
        List<Period> memberships = new ArrayList<>();
        for (AccessionSummary accession : agreements.accessionsOf(body)) {
            Period membership = accession.membership();
            if (membership != null) {
                memberships.add(membership);
            }
        }
        memberships.sort(Comparator.comparing(Period::from).reversed());
        LocalDate since = null;
        for (Period one : memberships) {
            if (one.contains(since == null ? today : since.minusDays(1))) {
                since = one.from();
            }
        }
        return since;
    }

    private static String covered(List<OfferCost> costs) {
        return costs.stream().allMatch(RequestBriefs::isFree) ? "Compreso nella quota" : "In aggiunta alla quota";
    }

    /** What is asked beyond what is included is extra, and so is what has a price of its own. */
    private static String coverage(Request request, List<OfferCost> costs, List<OfferAllowance> allowances) {
        List<String> beyond = new ArrayList<>();
        for (OfferAllowance allowance : allowances) {
            BigDecimal asked = request.quantities().get(allowance.key());
            if (asked != null && asked.compareTo(allowance.included()) > 0) {
                beyond.add(Italian.number(asked.subtract(allowance.included())) + " " + allowance.unit());
            }
        }
        if (!beyond.isEmpty()) {
            return "Oltre la quota: " + String.join(", ", beyond);
        }
        return covered(costs);
    }

    private static boolean isFree(OfferCost cost) {
        Euro amount = cost.amount();
        return amount != null && amount.isZero();
    }

    private static String allowance(OfferAllowance allowance) {
        return "Comprese nella quota (" + allowance.unit() + "): " + Italian.number(allowance.included())
                + ", ancora libere "
                + Italian.number(allowance.left())
                + (allowance.shared() ? ", in comune tra l'Unione e i suoi membri" : "");
    }

    private static List<RequestBrief.Act> acts(Request request, Subscription subscription, String own) {
        boolean answered = request.kind() == RequestKind.MORE || request.kind() == RequestKind.PAYER;
        if (answered) {
            return request.state() == RequestState.OPEN
                    ? List.of(new RequestBrief.Act("Rispondi alla richiesta", own + "/esito"))
                    : List.of();
        }
        String address = SubscriptionAddresses.of(subscription.id());
        return subscription.state().allowed().stream()
                .filter(kind -> kind != SubscriptionActKind.REQUEST_TERMINATION)
                .map(kind -> new RequestBrief.Act(kind.label(), address + "/" + kind.noun()))
                .toList();
    }
}
