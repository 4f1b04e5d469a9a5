// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.pages.OfferPage;
import it.opencit.subscriptions.pages.OfferPage.OwnRow;
import it.opencit.subscriptions.pages.OfferPage.Reason;
import it.opencit.subscriptions.pages.OfferPage.Trial;
import it.opencit.tariffs.Act;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.TariffBook;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a body's people see of the catalogue and of their own services. */
@Component
@Transactional(readOnly = true)
class OwnPages {

    private final Offers offers;
    private final SubscriptionStore subscriptions;
    private final RequestStore requests;
    private final UsageStore usage;
    private final DraftStore drafts;
    private final Organizations organizations;
    private final it.opencit.catalogue.Catalogue catalogue;
    private final Tariffs tariffs;
    private final Clock clock;

    OwnPages(
            Offers offers,
            SubscriptionStore subscriptions,
            RequestStore requests,
            UsageStore usage,
            DraftStore drafts,
            Organizations organizations,
            it.opencit.catalogue.Catalogue catalogue,
            Tariffs tariffs,
            Clock clock) {
        this.offers = offers;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.usage = usage;
        this.drafts = drafts;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    List<OfferPage> offers(OrganizationId body, int year) {
        OrganizationKind kind = organizations.get(body).kind();
        List<OfferingId> begun = drafts.of(body);
        return offers.of(body, year).stream()
                .map(offer -> page(offer, kind, begun.contains(offer.offering().id())))
                .toList();
    }

    OfferPage page(Offer offer, OrganizationKind kind, boolean draft) {
        Offering offering = offer.offering();
        Refusal refusal = offer.refusal();
        Subscription own = offer.own();
        return new OfferPage(
                offering.title(),
                offering.summary(),
                offering.offeringClass().label(),
                SubscriptionAddresses.AREA + "/catalogo/" + offering.id(),
                offering.included(),
                OfferWords.costs(offer, kind, ""),
                offer.allowances().stream().map(OfferWords::allowance).toList(),
                refusal == null ? "" : refusal.inItalian(),
                refusal == null && offer.year() >= LocalDate.now(clock).getYear()
                        ? SubscriptionAddresses.AREA + "/catalogo/" + offering.id() + "/richiesta"
                        : null,
                own == null ? null : SubscriptionAddresses.inArea(own.id()),
                own == null ? "" : own.state().stage().label(),
                draft);
    }

    static List<Reason> reasons(Offer offer, OrganizationKind kind) {
        return offer.costs().stream()
                .map(cost -> new Reason(
                        OfferWords.cost(cost, kind), rule(cost.tariff()), SubscriptionFacts.steps(cost.outcome())))
                .toList();
    }

    static List<Trial> trials(Offer offer) {
        Map<String, Trial> trials = new LinkedHashMap<>();
        for (OfferCost cost : offer.costs()) {
            Tariff tariff = cost.tariff();
            if (tariff != null) {
                UnitNames.counted(tariff)
                        .forEach(quantity -> trials.putIfAbsent(
                                quantity.key(),
                                new Trial(
                                        "unita-" + quantity.key(),
                                        quantity.label(),
                                        Italian.number(cost.quantities().get(quantity.key())))));
            }
        }
        return List.copyOf(trials.values());
    }

    private static String rule(@Nullable Tariff tariff) {
        if (tariff == null) {
            return "";
        }
        Act act = tariff.act();
        if (act == null) {
            return tariff.title();
        }
        String text = act.text() == null ? "" : " (" + act.text() + ")";
        return tariff.title() + ", stabilita da: " + act.inItalian() + text;
    }

    /** What the body has or has asked for, those that ended last. */
    List<OwnRow> own(OrganizationId body) {
        LocalDate today = LocalDate.now(clock);
        List<Subscription> own = subscriptions.of(List.of(body));
        List<SubscriptionId> ids = own.stream().map(Subscription::id).toList();
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        Map<SubscriptionId, List<Request>> open = requests.of(ids).stream()
                .filter(request -> request.state() == RequestState.OPEN)
                .collect(Collectors.groupingBy(Request::subscription));
        Map<SubscriptionId, List<StoredQuantity>> quantities = new HashMap<>();
        usage.quantities(ids).stream()
                .filter(one -> one.quantity().days().contains(today))
                .forEach(one -> quantities
                        .computeIfAbsent(one.subscription(), _ -> new ArrayList<>())
                        .add(one));
        TariffBook book = tariffs.book();
        return own.stream()
                .sorted(java.util.Comparator.comparing((Subscription one) ->
                        !one.state().stage().isWaiting() && !one.state().stage().isRunning()))
                .map(one -> row(
                        one,
                        offerings.get(one.offering()),
                        book,
                        open.getOrDefault(one.id(), List.of()),
                        quantities.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static OwnRow row(
            Subscription one,
            @Nullable Offering offering,
            TariffBook book,
            List<Request> open,
            List<StoredQuantity> quantities) {
        String units = offering == null
                ? ""
                : UnitNames.of(offering, book)
                        .words(quantities.stream()
                                .collect(Collectors.toMap(
                                        stored -> stored.quantity().key(),
                                        stored -> stored.quantity().value())));
        return new OwnRow(
                (offering == null ? "" : offering.title())
                        + (one.variant().isEmpty() ? "" : " (" + one.variant() + ")"),
                SubscriptionAddresses.inArea(one.id()),
                one.state().stage().label(),
                Tones.of(one.state().stage()),
                Italian.date(one.requestedOn()),
                Italian.date(one.state().firstDay()),
                units,
                open.stream()
                        .filter(request -> request.kind() != RequestKind.ACTIVATION)
                        .map(request -> request.kind().label())
                        .collect(Collectors.joining(", ")));
    }
}
