// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerAmount;
import it.opencit.agreements.PayerShare;
import it.opencit.agreements.PayerShares;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.forms.FieldAnswers;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.pages.SubscriptionPage;
import it.opencit.subscriptions.pages.SubscriptionPage.Act;
import it.opencit.subscriptions.pages.SubscriptionPage.Fact;
import it.opencit.subscriptions.pages.SubscriptionPage.FeeRow;
import it.opencit.subscriptions.pages.SubscriptionPage.FileLine;
import it.opencit.subscriptions.pages.SubscriptionPage.HistoryLine;
import it.opencit.subscriptions.pages.SubscriptionPage.PayerRow;
import it.opencit.subscriptions.pages.SubscriptionPage.RequestRow;
import it.opencit.subscriptions.pages.SubscriptionPage.UnitRow;
import it.opencit.tariffs.TariffBook;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the page of a subscription, for the staff or for the body's people. */
@Component
@Transactional(readOnly = true)
class SubscriptionDetails {

    private final SubscriptionActs acts;
    private final RequestStore requests;
    private final SubscriptionHistoryStore history;
    private final SubscriptionPayerStore payers;
    private final UsageStore usage;
    private final Neighbours neighbours;
    private final Charges charges;
    private final ChargePricing pricing;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Documents documents;
    private final Tariffs tariffs;
    private final RequestTickets tickets;
    private final Clock clock;

    SubscriptionDetails(
            SubscriptionActs acts,
            RequestStore requests,
            SubscriptionHistoryStore history,
            SubscriptionPayerStore payers,
            UsageStore usage,
            Neighbours neighbours,
            Charges charges,
            ChargePricing pricing,
            Catalogue catalogue,
            Organizations organizations,
            Documents documents,
            Tariffs tariffs,
            RequestTickets tickets,
            Clock clock) {
        this.tickets = tickets;
        this.acts = acts;
        this.requests = requests;
        this.history = history;
        this.payers = payers;
        this.usage = usage;
        this.neighbours = neighbours;
        this.charges = charges;
        this.pricing = pricing;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.documents = documents;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** For the staff; who may not write sees no acts. */
    SubscriptionPage staff(SubscriptionId id, boolean writable) {
        return page(acts.get(id), SubscriptionAddresses.of(id), false, writable);
    }

    /** For the people of the body, who see the same and may ask. */
    SubscriptionPage area(Subscription subscription) {
        return page(subscription, SubscriptionAddresses.inArea(subscription.id()), true, true);
    }

    private SubscriptionPage page(Subscription subscription, String address, boolean area, boolean writable) {
        SubscriptionId id = subscription.id();
        Offering offering = catalogue.get(subscription.offering());
        TariffBook book = tariffs.book();
        UnitNames units = UnitNames.of(offering, book);
        List<Request> asked = requests.of(List.of(id));
        List<SubscriptionPayer> payersOf = payers.of(List.of(id));
        List<PricedLine> fees = fees(subscription, offering);
        Names names = names(subscription, asked, payersOf, fees);
        List<Attachment> attached = history.attachments(id);
        Map<RequestId, RequestTickets.RequestTicket> followed =
                tickets.of(asked.stream().map(Request::id).toList());
        var files = new Files(
                documents.find(attached.stream().map(Attachment::file).toList()).stream()
                        .collect(Collectors.toMap(StoredFile::id, Function.identity())),
                area ? address + "/documenti/" : "/gestione/documenti/");
        SubscriptionState state = subscription.state();
        return new SubscriptionPage(
                address,
                offering.title() + (subscription.variant().isEmpty() ? "" : " (" + subscription.variant() + ")"),
                names.of(subscription.organization()),
                area ? null : SubscriptionAddresses.of(subscription.organization()),
                state.stage().label(),
                Tones.of(state.stage()),
                writable,
                units.any(),
                area ? areaActs(subscription, units, asked) : writable ? staffActs(subscription, offering) : List.of(),
                SubscriptionFacts.sections(
                        subscription, offering, supplier(subscription.partner()), assignedSupplier(state)),
                fees.stream().map(fee -> row(fee, names)).toList(),
                usage.quantities(List.of(id)).stream()
                        .map(one -> row(one, units, area || !writable ? null : address + "/quantita/" + one.id()))
                        .toList(),
                usage.consumed(List.of(id)).stream()
                        .map(one -> row(one, units, area || !writable ? null : address + "/consumi/eliminazione"))
                        .toList(),
                payersOf.stream().map(payer -> row(payer, names)).toList(),
                asked.reversed().stream()
                        .map(request -> row(
                                request,
                                subscription,
                                address,
                                area,
                                writable,
                                units,
                                names,
                                attached,
                                files,
                                followed.get(request.id())))
                        .toList(),
                attached.stream()
                        .filter(one -> one.request() == null)
                        .map(files::line)
                        .toList(),
                history.of(id).stream().map(SubscriptionDetails::row).toList(),
                subscription.notes());
    }

    /** A fee period with its amount; {@code priced} is {@code null} when nothing is owed. */
    private record PricedLine(FeeLine line, @Nullable PricedCharge priced) {}

    /** Every fee period until this year, the latest first. Neighbours count where an allowance is shared. */
    private List<PricedLine> fees(Subscription subscription, Offering offering) {
        LocalDate first = subscription.state().firstDay();
        if (first == null) {
            return List.of();
        }
        int thisYear = LocalDate.now(clock).getYear();
        var span = new Span(
                Math.min(first.getYear(), thisYear), thisYear + 1, neighbours.subscriptionsAround(subscription));
        Map<Integer, List<FeeLine>> byYear = charges.lines(span).stream()
                .filter(line -> line.stored().subscription().equals(subscription.id()))
                .collect(Collectors.groupingBy(FeeLine::year));
        List<PricedLine> fees = new ArrayList<>();
        byYear.entrySet().stream()
                .sorted(Map.Entry.<Integer, List<FeeLine>>comparingByKey().reversed())
                .forEach(year -> {
                    List<Charge> owed = year.getValue().stream()
                            .map(FeeLine::charge)
                            .filter(Objects::nonNull)
                            .toList();
                    Map<ChargeKind, PricedCharge> priced = pricing.explained(year.getKey(), owed).stream()
                            .collect(Collectors.toMap(one -> one.charge().kind(), Function.identity()));
                    year.getValue()
                            .forEach(line -> fees.add(
                                    new PricedLine(line, line.charge() == null ? null : priced.get(line.kind()))));
                });
        // a tacit service has next year too: shown once that year has begun
        fees.removeIf(fee -> fee.line().year() > thisYear && offering.continuation() == Continuation.TACIT);
        return fees;
    }

    private static FeeRow row(PricedLine fee, Names names) {
        FeeTerm term = fee.line().stored().term();
        PricedCharge priced = fee.priced();
        return new FeeRow(
                Integer.toString(term.year()),
                SubscriptionFacts.fee(fee.line().kind()),
                Italian.date(term.from()),
                Italian.date(term.to()),
                priced == null ? "Compreso nella quota" : SubscriptionFacts.amount(priced),
                SubscriptionFacts.vat(priced == null ? null : priced.tariff()),
                Italian.number(priced == null ? null : priced.residents()),
                priced == null ? List.of() : SubscriptionFacts.steps(priced.outcome()),
                priced == null ? List.of() : payersOf(priced, names));
    }

    private static List<String> payersOf(PricedCharge priced, Names names) {
        Euro amount = priced.amount();
        Charge charge = priced.charge();
        if (charge.payers().isEmpty() || amount == null) {
            return List.of();
        }
        return PayerShares.of(amount, charge.beneficiary(), charge.payers()).stream()
                .map((PayerAmount payer) ->
                        names.of(payer.payer()) + ": " + payer.amount().inItalian())
                .toList();
    }

    private static UnitRow row(StoredQuantity stored, UnitNames units, @Nullable String removal) {
        DatedQuantity one = stored.quantity();
        return new UnitRow(
                units.label(one.key()),
                units.words(one.key(), one.value()),
                Italian.date(one.days().from()),
                Italian.date(one.days().to()),
                one.note(),
                removal == null ? null : removal + "/eliminazione",
                "");
    }

    private static UnitRow row(Consumed one, UnitNames units, @Nullable String removal) {
        return new UnitRow(
                units.label(one.key()),
                units.words(one.key(), one.value()),
                Italian.date(one.days().from()),
                Italian.date(one.lastDay()),
                one.note(),
                removal,
                one.key() + " " + one.days().from() + " " + one.lastDay());
    }

    private static PayerRow row(SubscriptionPayer payer, Names names) {
        Integer last = payer.toYear();
        return new PayerRow(
                names.of(payer.share().payer()),
                payer.share().share().inItalian(),
                last == null
                        ? "dal " + payer.fromYear()
                        : last == payer.fromYear()
                                ? Integer.toString(last)
                                : "dal " + payer.fromYear() + " al " + last);
    }

    private RequestRow row(
            Request request,
            Subscription subscription,
            String address,
            boolean area,
            boolean writable,
            UnitNames units,
            Names names,
            List<Attachment> attached,
            Files files,
            RequestTickets.@Nullable RequestTicket ticket) {
        boolean open = request.state() == RequestState.OPEN;
        boolean answerable = request.kind() == RequestKind.MORE || request.kind() == RequestKind.PAYER;
        String own = address + "/richieste/" + request.id();
        return new RequestRow(
                request.kind().label(),
                request.state().label(),
                Italian.date(request.requestedOn()),
                ticket == null ? "" : "n. " + ticket.number() + ", " + ticket.state(),
                ticket == null ? "" : area ? ticket.addressInArea() : ticket.address(),
                request.protocol() == null ? "" : request.protocol().inItalian(),
                requestFacts(request, subscription, units, names),
                attached.stream()
                        .filter(one -> request.id().equals(one.request()))
                        .map(files::line)
                        .toList(),
                own + "/modulo.pdf",
                area && open && request.kind() != RequestKind.RENEWAL ? own + "/ritiro" : null,
                !area && writable && open && answerable ? own + "/esito" : null,
                !area && writable && request.protocol() == null && request.kind() != RequestKind.RENEWAL
                        ? own + "/protocollo"
                        : null,
                open && writable ? own + "/documenti" : null);
    }

    private List<Fact> requestFacts(Request request, Subscription subscription, UnitNames units, Names names) {
        List<Fact> facts = new ArrayList<>();
        if (!request.quantities().isEmpty()) {
            facts.add(new Fact("Quantità chiesta", units.words(request.quantities())));
        }
        if (!request.payers().isEmpty()) {
            facts.add(new Fact("Chi pagherà", names.of(request.payers())));
        }
        LocalDate from = request.fromDay();
        if (from != null) {
            facts.add(new Fact(
                    request.kind() == RequestKind.TERMINATION ? "Ultimo giorno chiesto" : "Da quando",
                    Italian.date(from)));
        }
        if (request.formVersion() > 0) {
            catalogue.form(subscription.offering(), request.formVersion()).fields().stream()
                    .filter(field -> request.answers().containsKey(field.key()))
                    .forEach(field -> facts.add(new Fact(
                            field.label(),
                            FieldAnswers.shown(field, request.answers().get(field.key())))));
        }
        if (!request.reason().isEmpty()) {
            facts.add(new Fact(request.kind() == RequestKind.ACTIVATION ? "Note" : "Motivo", request.reason()));
        }
        if (!request.outcome().isEmpty()) {
            facts.add(new Fact("Risposta", request.outcome()));
        }
        return facts;
    }

    private static HistoryLine row(SubscriptionTransition one) {
        return new HistoryLine(
                Italian.date(one.on()),
                one.what(),
                one.summary(),
                one.reason(),
                one.recordedBy(),
                Italian.moment(one.recordedAt()));
    }

    private static List<Act> staffActs(Subscription subscription, Offering offering) {
        String address = SubscriptionAddresses.of(subscription.id());
        List<Act> acts = new ArrayList<>(subscription.state().allowed().stream()
                .map(kind -> new Act(kind.label(), address + "/" + kind.noun()))
                .toList());
        if (subscription.state().stage() == SubscriptionStage.ACTIVE
                && offering.continuation() == Continuation.CONFIRMED) {
            acts.addFirst(new Act("Rinnovo", address + "/rinnovo"));
        }
        return acts;
    }

    private static List<Act> areaActs(Subscription subscription, UnitNames units, List<Request> asked) {
        if (subscription.state().stage() != SubscriptionStage.ACTIVE) {
            return List.of();
        }
        String address = SubscriptionAddresses.inArea(subscription.id());
        Set<RequestKind> open = asked.stream()
                .filter(request -> request.state() == RequestState.OPEN)
                .map(Request::kind)
                .collect(Collectors.toSet());
        List<Act> acts = new ArrayList<>();
        if (!units.dated().isEmpty() && !open.contains(RequestKind.MORE)) {
            acts.add(new Act("Chiedi altre quantità", address + "/altre-quantita"));
        }
        if (!open.contains(RequestKind.PAYER)) {
            acts.add(new Act("Cambia chi paga", address + "/cambio-pagante"));
        }
        acts.add(new Act("Disdici", address + "/disdetta"));
        return acts;
    }

    private String supplier(@Nullable SupplierId id) {
        return id == null ? "" : catalogue.supplier(id).map(Supplier::name).orElse("");
    }

    private String assignedSupplier(SubscriptionState state) {
        Assignment assignment = state.assignment();
        return assignment == null ? "" : supplier(assignment.supplier());
    }

    private Names names(
            Subscription subscription, List<Request> asked, List<SubscriptionPayer> payersOf, List<PricedLine> fees) {
        Set<OrganizationId> ids = new HashSet<>();
        ids.add(subscription.organization());
        asked.forEach(request -> request.payers().forEach(share -> ids.add(share.payer())));
        payersOf.forEach(payer -> ids.add(payer.share().payer()));
        fees.forEach(fee -> {
            Charge charge = fee.line().charge();
            if (charge != null) {
                charge.payers().forEach(share -> ids.add(share.payer()));
            }
        });
        Map<OrganizationId, String> known = new HashMap<>();
        for (Organization body : organizations.all(ids)) {
            known.put(body.id(), body.fullName());
        }
        return new Names(known);
    }

    /** Bodies by identifier. */
    private record Names(Map<OrganizationId, String> known) {

        String of(OrganizationId id) {
            return known.getOrDefault(id, "");
        }

        String of(List<PayerShare> shares) {
            return shares.stream()
                    .map(share -> of(share.payer()) + " (" + share.share().inItalian() + ")")
                    .collect(Collectors.joining(", "));
        }
    }

    /** Files by identifier, and where they are saved from. */
    private record Files(Map<FileId, StoredFile> known, String base) {

        FileLine line(Attachment attachment) {
            StoredFile file = known.get(attachment.file());
            if (file == null) {
                throw new IllegalStateException("No file " + attachment.file());
            }
            return new FileLine(
                    file.name(),
                    attachment.role().label(),
                    base + file.id(),
                    Italian.number(Math.max(1, file.size() / 1024)) + " kB",
                    Italian.moment(file.uploadedAt()));
        }
    }
}
