// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.SupplierId;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of subscriptions: who uses what, what it charges, and the requests of bodies. */
@Service
@Transactional
public class Subscriptions {

    private final SubscriptionStore subscriptions;
    private final RequestStore requestStore;
    private final TermStore terms;
    private final UsageStore usage;
    private final SubscriptionPayerStore payers;
    private final SubscriptionHistoryStore history;
    private final Requests requests;
    private final SubscriptionActs acts;
    private final Charges charges;
    private final Consumption consumption;
    private final Catalogue catalogue;
    private final RequestTelling telling;
    private final RequestBriefs briefs;
    private final Clock clock;

    Subscriptions(
            SubscriptionStore subscriptions,
            RequestStore requestStore,
            TermStore terms,
            UsageStore usage,
            SubscriptionPayerStore payers,
            SubscriptionHistoryStore history,
            Requests requests,
            SubscriptionActs acts,
            Charges charges,
            Consumption consumption,
            Catalogue catalogue,
            RequestTelling telling,
            RequestBriefs briefs,
            Clock clock) {
        this.telling = telling;
        this.briefs = briefs;
        this.subscriptions = subscriptions;
        this.requestStore = requestStore;
        this.terms = terms;
        this.usage = usage;
        this.payers = payers;
        this.history = history;
        this.requests = requests;
        this.acts = acts;
        this.charges = charges;
        this.consumption = consumption;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * What all subscriptions charge in a year, by body: the fee terms of the year, and what was consumed in it. Six queries,
     * whatever their number.
     */
    @Transactional(readOnly = true)
    public List<Charge> chargesOf(int year) {
        return charges.in(Span.ofYear(year));
    }

    /** The subscriptions of a body, requests and past ones included, the latest request first. */
    @Transactional(readOnly = true)
    public List<SubscriptionSummary> of(OrganizationId body) {
        return summaries(subscriptions.of(List.of(body)));
    }

    /** Of which service some subscriptions are, in one query. */
    @Transactional(readOnly = true)
    public Map<SubscriptionId, OfferingId> offeringsOf(Collection<SubscriptionId> ids) {
        return subscriptions.offeringsOf(ids);
    }

    /** Every subscription in use today, by body. */
    @Transactional(readOnly = true)
    public List<SubscriptionSummary> running() {
        return summaries(subscriptions.running());
    }

    /** @throws NotFound when the centre has no such subscription */
    @Transactional(readOnly = true)
    public SubscriptionSummary get(SubscriptionId id) {
        return summaries(List.of(acts.get(id))).getFirst();
    }

    /**
     * A request with what who answers it must know of the subscription.
     *
     * @param staff whether it is for somebody of the centre, not of the body
     * @param writable whether that person may record acts
     * @throws NotFound when the centre has no such request
     */
    @Transactional(readOnly = true)
    public RequestBrief brief(RequestId request, boolean staff, boolean writable) {
        return briefs.of(request, staff, writable);
    }

    /**
     * How a body stands with a service today.
     *
     * @param staff whether it is for somebody of the centre, not of the body
     * @throws NotFound when the centre has no such body or service
     */
    @Transactional(readOnly = true)
    public ServiceStanding standing(OrganizationId body, OfferingId offering, boolean staff) {
        return briefs.standing(body, offering, staff);
    }

    /**
     * Opens a subscription, at stage {@link SubscriptionStage#REQUESTED}.
     *
     * @throws Refusal when the body may not ask for it, or has it already
     */
    public SubscriptionId request(NewRequest request) {
        return requests.open(request, List.of());
    }

    /** The centre begins to check a request. */
    public void review(SubscriptionId id, LocalDate on) {
        record(id, new SubscriptionAct.Review(on));
    }

    /**
     * Somebody is to set it up.
     *
     * @param person of the centre, by name
     * @param supplier where it is one's work
     */
    public void assign(SubscriptionId id, LocalDate on, String person, @Nullable SupplierId supplier) {
        record(id, new SubscriptionAct.Assign(on, new Assignment(person, supplier)));
    }

    /** It is in use: the quantities and payers that were asked hold, and the fees of the year are owed. */
    public void activate(SubscriptionId id, LocalDate from) {
        record(id, new SubscriptionAct.Activate(from));
    }

    /** It is over, after its last day of use. */
    public void terminate(SubscriptionId id, LocalDate on, LocalDate lastDay) {
        record(id, new SubscriptionAct.Terminate(on, lastDay));
    }

    /** The centre says no. */
    public void refuse(SubscriptionId id, LocalDate on, String reason) {
        record(id, new SubscriptionAct.Refuse(on, reason));
    }

    /** The body takes back what is not in use yet. */
    public void withdraw(SubscriptionId id, LocalDate on, String reason) {
        record(id, new SubscriptionAct.Withdraw(on, reason));
    }

    /** Keeps the signed form of the last request. */
    public void attachSigned(SubscriptionId id, Upload file) {
        RequestId last = requestStore.of(List.of(id)).getLast().id();
        requests.attach(id, last, null, List.of(new Attached(AttachmentRole.SIGNED_REQUEST, file)));
    }

    /** Records an act on the subscription as it stands. */
    private void record(SubscriptionId id, SubscriptionAct act) {
        acts.record(id, acts.get(id).version(), act, List.of());
    }

    /**
     * Adds the fee term of a calendar year. Twice is once.
     *
     * @throws Refusal when it is not active, or is paid once for all
     */
    public void renew(SubscriptionId id, int year, String reason) {
        acts.renew(id, year, LocalDate.now(clock), reason);
    }

    /**
     * A body gives a service up.
     *
     * @throws Refusal when it is not active, or the last day comes before the first
     */
    public void requestTermination(SubscriptionId id, Termination termination) {
        requests.terminate(id, acts.get(id).version(), termination, List.of());
    }

    /**
     * A body asks for other quantities of a service that it uses.
     *
     * @param quantities totals, by key of the tariff
     * @throws Refusal when it is not active, or a request of the same kind is open
     */
    public void requestMore(
            SubscriptionId id,
            LocalDate requestedOn,
            Map<String, BigDecimal> quantities,
            LocalDate from,
            String reason) {
        requests.more(id, Asked.more(requestedOn, null, quantities, from, reason), List.of());
    }

    /** Keeps with a subscription, and its last request, a document that is kept already: such as the sheet in which a body asked. */
    public void attach(SubscriptionId id, FileId document) {
        history.attach(new Attachment(acts.get(id).id(), document, AttachmentRole.OTHER, null, null));
        telling.filed(requestStore.of(List.of(id)).getLast().id(), document, AttachmentRole.OTHER);
    }

    /**
     * Records a subscription whose story happened elsewhere, without asking whether the body might have asked.
     *
     * @throws Refusal when two quantities overlap, payers take more than the whole, or the protocol number is taken
     */
    public SubscriptionId addCompleted(CompletedSubscription completed) {
        NewRequest request = completed.request();
        Offering offering = catalogue.get(request.offering());
        SubscriptionPayers.check(request.organization(), completed.payers());
        List<DatedQuantity> checked = new ArrayList<>();
        for (DatedQuantity quantity : completed.quantities()) {
            Quantities.check(quantity, checked);
            checked.add(quantity);
        }
        Termination termination = completed.termination();
        SubscriptionId id = requests.add(request, offering, termination == null);
        requestStore.add(id, Asked.activation(request), RequestState.ACCEPTED);
        requests.recorded(id, Asked.activation(request));
        var active = new SubscriptionState.Active(null, completed.from());
        SubscriptionState state = termination == null
                ? active
                : new SubscriptionState.Terminated(active, termination.lastDay(), termination.reason());
        save(acts.get(id).in(state, 0), offering);
        history.add(
                id,
                SubscriptionActKind.ACTIVATE.label(),
                completed.from(),
                Messages.text("subscriptions.summary.activate", Italian.date(completed.from())),
                "");
        completed.terms().forEach(term -> terms.add(id, term, ""));
        checked.forEach(quantity -> usage.addQuantity(id, quantity));
        if (!completed.payers().isEmpty()) {
            payers.replace(id, completed.payers(), completed.from().getYear());
        }
        if (termination != null) {
            requestStore.add(id, Asked.termination(termination), RequestState.ACCEPTED);
            history.add(
                    id,
                    SubscriptionActKind.TERMINATE.label(),
                    termination.lastDay(),
                    Messages.text("subscriptions.summary.terminate", Italian.date(termination.lastDay())),
                    termination.reason());
        }
        return id;
    }

    /**
     * Records what was consumed in some days of one year; the same days and key again take the new value.
     *
     * @throws Refusal when the days overlap others already counted, or fall outside those of use
     */
    public void recordConsumption(Consumed consumed) {
        consumption.record(consumed);
    }

    private void save(Subscription subscription, Offering offering) {
        try {
            subscriptions.save(subscription);
        } catch (DuplicateKeyException another) {
            throw new Refusal("subscriptions.request.has-already", offering.title());
        }
    }

    private List<SubscriptionSummary> summaries(List<Subscription> found) {
        List<SubscriptionId> ids = found.stream().map(Subscription::id).toList();
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        Map<SubscriptionId, Integer> years = terms.lastYears(ids);
        Map<SubscriptionId, Map<String, BigDecimal>> quantities = quantities(ids, found);
        return found.stream()
                .map(subscription ->
                        summary(subscription, offerings, years, quantities.getOrDefault(subscription.id(), Map.of())))
                .toList();
    }

    /** The quantities that hold today; of those not active yet, what was asked. */
    @Transactional(readOnly = true)
    Map<SubscriptionId, Map<String, BigDecimal>> quantities(List<SubscriptionId> ids, List<Subscription> found) {
        LocalDate today = LocalDate.now(clock);
        Map<SubscriptionId, Map<String, BigDecimal>> quantities = new HashMap<>();
        for (StoredQuantity one : usage.quantities(ids)) {
            if (one.quantity().days().contains(today)) {
                quantities
                        .computeIfAbsent(one.subscription(), _ -> new HashMap<>())
                        .put(one.quantity().key(), one.quantity().value());
            }
        }
        List<SubscriptionId> waiting = found.stream()
                .filter(one -> one.state().stage().isWaiting())
                .map(Subscription::id)
                .toList();
        if (!waiting.isEmpty()) {
            requestStore.of(waiting).stream()
                    .filter(request -> request.kind() == RequestKind.ACTIVATION)
                    .forEach(request -> quantities.put(request.subscription(), request.quantities()));
        }
        return quantities;
    }

    private static SubscriptionSummary summary(
            Subscription subscription,
            Map<OfferingId, Offering> offerings,
            Map<SubscriptionId, Integer> years,
            Map<String, BigDecimal> quantities) {
        Offering offering = offerings.get(subscription.offering());
        SubscriptionState state = subscription.state();
        return new SubscriptionSummary(
                subscription.id(),
                subscription.offering(),
                offering == null ? "" : offering.code(),
                offering == null ? "" : offering.title(),
                subscription.organization(),
                subscription.variant(),
                state.stage(),
                subscription.requestedOn(),
                state.firstDay(),
                state.lastDay(),
                years.get(subscription.id()),
                quantities,
                subscription.contact(),
                subscription.partner(),
                subscription.version());
    }
}
