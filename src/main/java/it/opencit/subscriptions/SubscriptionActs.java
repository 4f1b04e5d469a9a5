// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.documents.Documents;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transitions of a subscription with what follows from each: terms, quantities and payers of an activation. */
@Service
@Transactional
class SubscriptionActs {

    private final SubscriptionStore subscriptions;
    private final RequestStore requests;
    private final SubscriptionHistoryStore history;
    private final TermStore terms;
    private final UsageStore usage;
    private final SubscriptionPayerStore payers;
    private final Catalogue catalogue;
    private final Documents documents;
    private final RequestTelling telling;

    SubscriptionActs(
            SubscriptionStore subscriptions,
            RequestStore requests,
            SubscriptionHistoryStore history,
            TermStore terms,
            UsageStore usage,
            SubscriptionPayerStore payers,
            Catalogue catalogue,
            Documents documents,
            RequestTelling telling) {
        this.telling = telling;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.history = history;
        this.terms = terms;
        this.usage = usage;
        this.payers = payers;
        this.catalogue = catalogue;
        this.documents = documents;
    }

    @Transactional(readOnly = true)
    Subscription get(SubscriptionId id) {
        return subscriptions.find(id).orElseThrow(() -> new NotFound("Subscription " + id));
    }

    /** Records an act as {@link #record(SubscriptionId, int, SubscriptionAct, LocalDate, List)}, the fee from its day. */
    void record(SubscriptionId id, int version, SubscriptionAct act, List<Attached> files) {
        record(id, version, act, act instanceof SubscriptionAct.Activate(var from) ? from : null, files);
    }

    /**
     * Records an act with its files.
     *
     * @param version of the subscription that the person saw
     * @param yearlyFrom for an activation, the day from which the yearly fee is owed; {@code null} when it is not in this year
     */
    void record(
            SubscriptionId id, int version, SubscriptionAct act, @Nullable LocalDate yearlyFrom, List<Attached> files) {
        Subscription subscription = get(id);
        SubscriptionState next = subscription.state().after(act);
        try {
            subscriptions.save(subscription.in(next, version));
        } catch (DuplicateKeyException another) {
            throw new Refusal(
                    "subscriptions.request.has-already",
                    catalogue.get(subscription.offering()).title());
        }
        List<Request> asked = requests.of(List.of(id));
        consequences(subscription, act, yearlyFrom);
        String summary = SubscriptionSummaryText.of(act, supplier(act));
        long transition = history.add(id, act.kind().label(), act.on(), summary, act.why());
        tell(asked, act, act.kind().label() + ". " + summary);
        for (Attached file : files) {
            history.attach(new Attachment(id, documents.store(file.file()), file.role(), null, transition));
        }
    }

    /** Adds the fee term of a year; a year that has it stays as it is. */
    void renew(SubscriptionId id, int year, LocalDate on, String reason) {
        Subscription subscription = subscriptions.lock(id).orElseThrow(() -> new NotFound("Subscription " + id));
        Offering offering = catalogue.get(subscription.offering());
        if (offering.fee() == FeeKind.ONE_OFF) {
            throw new Refusal("subscriptions.renewal.one-off", offering.title());
        }
        LocalDate first = subscription.state().firstDay();
        if (subscription.state().stage() != SubscriptionStage.ACTIVE || first == null) {
            throw new Refusal("subscriptions.renewal.not-active");
        }
        if (year < first.getYear() || year > 2200) {
            throw Refusal.inField("year", "subscriptions.renewal.year", Integer.toString(first.getYear()));
        }
        FeeTerm term = year == first.getYear()
                ? FeeTerm.from(ChargeKind.YEARLY, first)
                : FeeTerm.ofYear(ChargeKind.YEARLY, year);
        if (terms.add(id, term, reason)) {
            Asked renewal = Asked.renewal(on, year, reason);
            RequestId request = requests.add(id, renewal, RequestState.ACCEPTED);
            String summary = Messages.text("subscriptions.summary.renewal", Integer.toString(year));
            history.add(id, RequestKind.RENEWAL.label(), on, summary, reason);
            telling.made(request, subscription, renewal);
        }
    }

    /** Whether the fee of a year is there already. */
    @Transactional(readOnly = true)
    boolean hasTerm(SubscriptionId id, int year) {
        return terms.has(id, year);
    }

    /** Changes the texts that no act carries. */
    void describe(SubscriptionId id, int version, @Nullable SupplierId partner, Contact contact, String notes) {
        subscriptions.save(get(id).with(partner, contact, notes, version));
    }

    private void consequences(Subscription subscription, SubscriptionAct act, @Nullable LocalDate yearlyFrom) {
        SubscriptionId id = subscription.id();
        switch (act) {
            case SubscriptionAct.Activate(var from) -> activated(subscription, from, yearlyFrom);
            case SubscriptionAct.Terminate _ -> {
                requests.closeOpen(id, RequestKind.TERMINATION, RequestState.ACCEPTED, "");
                requests.closeOpen(
                        id, null, RequestState.REFUSED, Messages.text("subscriptions.request.service-ended"));
            }
            case SubscriptionAct.Resume _ ->
                requests.closeOpen(id, RequestKind.TERMINATION, RequestState.WITHDRAWN, act.why());
            case SubscriptionAct.Refuse _ -> requests.closeOpen(id, null, RequestState.REFUSED, act.why());
            case SubscriptionAct.Withdraw _ -> requests.closeOpen(id, null, RequestState.WITHDRAWN, act.why());
            case SubscriptionAct.Reopen _ -> requests.reopenActivation(id);
            case SubscriptionAct.Review _, SubscriptionAct.Assign _, SubscriptionAct.RequestTermination _ -> {}
        }
    }

    /** Tells what the act is to the requests on which it decides. */
    private void tell(List<Request> asked, SubscriptionAct act, String what) {
        List<Request> open = asked.stream()
                .filter(request -> request.state() == RequestState.OPEN)
                .toList();
        switch (act) {
            case SubscriptionAct.Review _, SubscriptionAct.Assign _ ->
                telling.moved(of(open, RequestKind.ACTIVATION), RequestNews.Step.TAKEN, what, act.why());
            case SubscriptionAct.Activate _ ->
                telling.moved(of(open, RequestKind.ACTIVATION), RequestNews.Step.ACCEPTED, what, act.why());
            case SubscriptionAct.Terminate _ -> {
                List<Request> ended = of(open, RequestKind.TERMINATION);
                telling.moved(ended, RequestNews.Step.ACCEPTED, what, act.why());
                telling.moved(
                        open.stream().filter(one -> !ended.contains(one)).toList(),
                        RequestNews.Step.REFUSED,
                        Messages.text("subscriptions.request.service-ended"),
                        "");
            }
            case SubscriptionAct.Resume _ ->
                telling.moved(of(open, RequestKind.TERMINATION), RequestNews.Step.WITHDRAWN, what, act.why());
            case SubscriptionAct.Refuse _ -> telling.moved(open, RequestNews.Step.REFUSED, what, act.why());
            case SubscriptionAct.Withdraw _ -> telling.moved(open, RequestNews.Step.WITHDRAWN, what, act.why());
            case SubscriptionAct.Reopen _ ->
                telling.moved(of(asked, RequestKind.ACTIVATION), RequestNews.Step.REOPENED, what, act.why());
            case SubscriptionAct.RequestTermination _ -> {}
        }
    }

    private static List<Request> of(List<Request> asked, RequestKind kind) {
        return asked.stream().filter(request -> request.kind() == kind).toList();
    }

    private void activated(Subscription subscription, LocalDate from, @Nullable LocalDate yearlyFrom) {
        SubscriptionId id = subscription.id();
        Offering offering = catalogue.get(subscription.offering());
        boolean yearly = offering.fee() == FeeKind.YEARLY;
        if (!yearly
                || offering.price(ChargeKind.ACTIVATION, subscription.variant(), from)
                        .isPresent()) {
            terms.add(id, FeeTerm.from(ChargeKind.ACTIVATION, from), "");
        }
        if (yearly && yearlyFrom != null) {
            terms.add(id, FeeTerm.from(ChargeKind.YEARLY, yearlyFrom), "");
        }
        requests.of(List.of(id)).stream()
                .filter(request -> request.kind() == RequestKind.ACTIVATION)
                .findFirst()
                .ifPresent(request -> {
                    request.quantities()
                            .forEach((key, value) ->
                                    usage.addQuantity(id, new DatedQuantity(key, new Period(from, null), value, "")));
                    if (!request.payers().isEmpty()) {
                        payers.replace(id, request.payers(), from.getYear());
                    }
                });
        requests.closeOpen(id, RequestKind.ACTIVATION, RequestState.ACCEPTED, "");
    }

    private String supplier(SubscriptionAct act) {
        SupplierId supplier = act instanceof SubscriptionAct.Assign assign
                ? assign.assignment().supplier()
                : null;
        return supplier == null
                ? ""
                : catalogue.supplier(supplier).map(Supplier::name).orElse("");
    }
}
