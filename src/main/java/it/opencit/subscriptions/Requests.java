// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What bodies ask, and what becomes of it. */
@Service
@Transactional
class Requests {

    private final SubscriptionStore subscriptions;
    private final RequestStore requests;
    private final SubscriptionHistoryStore history;
    private final SubscriptionPayerStore payers;
    private final UsageStore usage;
    private final SubscriptionActs acts;
    private final Catalogue catalogue;
    private final Eligible eligible;
    private final Documents documents;
    private final RequestTelling telling;

    Requests(
            SubscriptionStore subscriptions,
            RequestStore requests,
            SubscriptionHistoryStore history,
            SubscriptionPayerStore payers,
            UsageStore usage,
            SubscriptionActs acts,
            Catalogue catalogue,
            Eligible eligible,
            Documents documents,
            RequestTelling telling) {
        this.telling = telling;
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.history = history;
        this.payers = payers;
        this.usage = usage;
        this.acts = acts;
        this.catalogue = catalogue;
        this.eligible = eligible;
        this.documents = documents;
    }

    /**
     * Opens a subscription with its request.
     *
     * @throws Refusal when the body may not ask, has the service already, or something of what it asks cannot be
     */
    SubscriptionId open(NewRequest request, List<Attached> files) {
        Offering offering = catalogue.get(request.offering());
        eligible.body(request.organization(), request.requestedOn())
                .refusal(offering)
                .ifPresent(refusal -> {
                    throw refusal;
                });
        List<String> variants = offering.variants(request.requestedOn());
        if (!request.variant().isEmpty() && !variants.contains(request.variant())) {
            throw Refusal.inField("variant", "subscriptions.variant.unknown", String.join(", ", variants));
        }
        if (request.variant().isEmpty() && !variants.isEmpty()) {
            throw Refusal.inField("variant", "subscriptions.variant.choose", String.join(", ", variants));
        }
        SubscriptionId id = add(request, offering, true);
        RequestId asked = requests.add(id, Asked.activation(request), RequestState.OPEN);
        long recorded = recorded(id, Asked.activation(request));
        telling.made(asked, acts.get(id), Asked.activation(request));
        attach(id, asked, recorded, files);
        return id;
    }

    /**
     * The subscription alone, with its rules on who pays and on having it once.
     *
     * @param running whether it is or will be in use: one that has ended stands beside the next
     */
    SubscriptionId add(NewRequest request, Offering offering, boolean running) {
        SubscriptionPayers.check(request.organization(), request.payers());
        request.quantities().forEach((key, value) -> checkQuantity(key, value));
        try {
            return subscriptions.add(request, running && offering.fee() == FeeKind.YEARLY);
        } catch (DuplicateKeyException alreadyThere) {
            throw Refusal.inField("offering", "subscriptions.request.has-already", offering.title());
        }
    }

    /** A body in use of a service asks for other quantities, as totals, from a day. */
    RequestId more(SubscriptionId id, Asked asked, List<Attached> files) {
        if (asked.quantities().isEmpty()) {
            throw new Refusal("subscriptions.quantity.none");
        }
        asked.quantities().forEach(Requests::checkQuantity);
        return onRunning(id, asked, files);
    }

    /** A body in use of a service asks that others pay. */
    RequestId payer(SubscriptionId id, Asked asked, List<Attached> files) {
        SubscriptionPayers.check(running(id).organization(), asked.payers());
        return onRunning(id, asked, files);
    }

    /** A body gives a service up. */
    RequestId terminate(SubscriptionId id, int version, Termination termination, List<Attached> files) {
        acts.record(
                id,
                version,
                new SubscriptionAct.RequestTermination(
                        termination.requestedOn(), termination.lastDay(), termination.reason()),
                List.of());
        RequestId asked = requests.add(id, Asked.termination(termination), RequestState.OPEN);
        telling.made(asked, acts.get(id), Asked.termination(termination));
        attach(id, asked, null, files);
        return asked;
    }

    /** Says yes to a request for quantities or for a change of payer: from its day on, what was asked holds. */
    void accept(RequestId id, LocalDate from, String answer) {
        Request request = open(id);
        Subscription subscription = running(request.subscription());
        switch (request.kind()) {
            case MORE ->
                request.quantities()
                        .forEach((key, value) -> setQuantity(
                                subscription.id(), new DatedQuantity(key, new Period(from, null), value, answer)));
            case PAYER -> payers.replace(subscription.id(), request.payers(), from.getYear());
            case ACTIVATION, TERMINATION, RENEWAL -> throw new Refusal("subscriptions.request.by-transition");
        }
        requests.close(id, RequestState.ACCEPTED, answer);
        String what = Messages.text("subscriptions.request.accepted", lower(request.kind()));
        String when = Messages.text("subscriptions.request.accepted-from", Italian.date(from));
        history.add(subscription.id(), what, from, when, answer);
        telling.moved(id, RequestNews.Step.ACCEPTED, what + ". " + when, answer);
    }

    /** Says no to a request for quantities or for a change of payer. */
    void refuse(RequestId id, LocalDate on, String reason) {
        Request request = open(id);
        if (request.kind() != RequestKind.MORE && request.kind() != RequestKind.PAYER) {
            throw new Refusal("subscriptions.request.by-transition");
        }
        requests.close(id, RequestState.REFUSED, reason);
        String what = Messages.text("subscriptions.request.refused", lower(request.kind()));
        history.add(request.subscription(), what, on, Messages.text("subscriptions.summary.refuse"), reason);
        telling.moved(id, RequestNews.Step.REFUSED, what, reason);
    }

    /** The body takes a request back: also that for the service itself, until it is active, and that to give it up. */
    void withdraw(RequestId id, LocalDate on, String reason) {
        Request request = open(id);
        SubscriptionId subscription = request.subscription();
        int version = subscriptions.lock(subscription).orElseThrow().version();
        switch (request.kind()) {
            case ACTIVATION -> acts.record(subscription, version, new SubscriptionAct.Withdraw(on, reason), List.of());
            case TERMINATION -> acts.record(subscription, version, new SubscriptionAct.Resume(on, reason), List.of());
            case MORE, PAYER, RENEWAL -> {
                requests.close(id, RequestState.WITHDRAWN, reason);
                String what = Messages.text("subscriptions.request.withdrawn", lower(request.kind()));
                history.add(subscription, what, on, Messages.text("subscriptions.summary.withdraw"), reason);
                telling.moved(id, RequestNews.Step.WITHDRAWN, what, reason);
            }
        }
    }

    /** From its first day on, the quantity of a key is this; the one under way ends the day before. */
    void setQuantity(SubscriptionId id, DatedQuantity quantity) {
        LocalDate from = quantity.days().from();
        for (StoredQuantity one : usage.quantities(List.of(id))) {
            DatedQuantity other = one.quantity();
            if (!other.key().equals(quantity.key())) {
                continue;
            }
            if (other.days().contains(from) && other.days().from().isBefore(from)) {
                usage.endQuantity(one.id(), from.minusDays(1));
            } else if (!other.days().from().isBefore(from)) {
                usage.removeQuantity(id, one.id());
            }
        }
        usage.addQuantity(id, quantity);
    }

    /** From a year on these pay, and nobody else. */
    void setPayers(SubscriptionId id, List<PayerShare> shares, int fromYear) {
        Subscription subscription = subscriptions.lock(id).orElseThrow(() -> new NotFound("Subscription " + id));
        SubscriptionPayers.check(subscription.organization(), shares);
        payers.replace(id, shares, fromYear);
    }

    /** Records the number that the register gave to a request. */
    void register(RequestId id, Protocol protocol) {
        requests.register(id, protocol);
    }

    /** Keeps files with a request, or with the subscription as a whole. */
    void attach(SubscriptionId id, @Nullable RequestId request, @Nullable Long transition, List<Attached> files) {
        for (Attached file : files) {
            FileId kept = documents.store(file.file());
            history.attach(new Attachment(id, kept, file.role(), request, transition));
            if (request != null) {
                telling.filed(request, kept, file.role());
            }
        }
    }

    private RequestId onRunning(SubscriptionId id, Asked asked, List<Attached> files) {
        Subscription subscription = running(id);
        RequestId request = requests.add(id, asked, RequestState.OPEN);
        long recorded = recorded(id, asked);
        telling.made(request, subscription, asked);
        attach(id, request, recorded, files);
        return request;
    }

    /** Writes in the history that something was asked, and gives the number of the line. */
    long recorded(SubscriptionId id, Asked asked) {
        Protocol protocol = asked.protocol();
        return history.add(
                id,
                Messages.text("subscriptions.request.recorded", lower(asked.kind())),
                asked.requestedOn(),
                protocol == null
                        ? Messages.text("subscriptions.request.without-protocol")
                        : Messages.text("subscriptions.request.with-protocol", protocol.inItalian()),
                asked.reason());
    }

    private Subscription running(SubscriptionId id) {
        Subscription subscription = subscriptions.lock(id).orElseThrow(() -> new NotFound("Subscription " + id));
        if (subscription.state().stage() != SubscriptionStage.ACTIVE) {
            throw new Refusal(
                    "subscriptions.request.not-active",
                    subscription.state().stage().label().toLowerCase(Locale.ITALIAN));
        }
        return subscription;
    }

    private Request open(RequestId id) {
        Request request = requests.find(id).orElseThrow(() -> new NotFound("Request " + id));
        if (request.state() != RequestState.OPEN) {
            throw new Refusal(
                    "subscriptions.request.closed", request.state().label().toLowerCase(Locale.ITALIAN));
        }
        return request;
    }

    static void checkQuantity(String key, BigDecimal value) {
        if (value.signum() < 0) {
            throw Refusal.inField("quantities", "subscriptions.quantity.negative");
        }
        if (!key.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
            throw Refusal.inField("quantities", "subscriptions.quantity.key", key);
        }
    }

    private static String lower(RequestKind kind) {
        return kind.label().toLowerCase(Locale.ITALIAN);
    }

    /** @throws NotFound when it is not a request on that subscription */
    @Transactional(readOnly = true)
    Request ofSubscription(SubscriptionId subscription, RequestId id) {
        return requests.find(id)
                .filter(request -> request.subscription().equals(subscription))
                .orElseThrow(() -> new NotFound("Request " + id + " of subscription " + subscription));
    }
}
