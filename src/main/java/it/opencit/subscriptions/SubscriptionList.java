// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * "I servizi erogati": with a year, its fee periods and what was asked in it; without one, every subscription with the fee
 * periods of this year.
 */
@Component
@Transactional(readOnly = true)
class SubscriptionList {

    private static final int FIRST_YEAR = 2015;

    private final SubscriptionStore subscriptions;
    private final RequestStore requests;
    private final SubscriptionHistoryStore history;
    private final Charges charges;
    private final ChargePricing pricing;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Clock clock;

    SubscriptionList(
            SubscriptionStore subscriptions,
            RequestStore requests,
            SubscriptionHistoryStore history,
            Charges charges,
            ChargePricing pricing,
            Catalogue catalogue,
            Organizations organizations,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.requests = requests;
        this.history = history;
        this.charges = charges;
        this.pricing = pricing;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.clock = clock;
    }

    Listing listing() {
        List<Offering> offerings = catalogue.offerings();
        return Listing.named("servizi-erogati")
                .column(Column.text("tipologia", "Tipologia", ""))
                .column(Column.text("servizio", "Servizio", "").linkedTo(SubscriptionAddresses.STAFF + "/{scheda}"))
                .column(Column.text("ente", "Ente", "").linkedTo("/gestione/enti/{enteId}"))
                .column(Column.text("pagante", "Ente pagante", ""))
                .column(Column.date("richiesta", "Data richiesta", ""))
                .column(Column.text("protocollo", "Protocollo", ""))
                .column(Column.text("modulo", "Modulo", "").linkedTo("/gestione/documenti/{moduloFile}"))
                .column(Column.text("canone", "Canone", ""))
                .column(Column.date("inizio", "Data inizio", ""))
                .column(Column.date("fine", "Data fine", ""))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.text("iva", "IVA", ""))
                .column(Column.integer("abitanti", "Abitanti", ""))
                .column(Column.text("referente", "Referente", ""))
                .column(Column.text("partner", "Partner tecnologico", ""))
                .column(Column.text("stato", "Stato", ""))
                .column(Column.text("note", "Note", ""))
                .column(Column.hidden("scheda", ""))
                .column(Column.hidden("enteId", ""))
                .column(Column.hidden("moduloFile", ""))
                .filter(Filter.search("Ente, servizio, referente", ""))
                .filter(Filter.choice("anno", "Anno", years(), ""))
                .filter(Filter.choice("stato", "Stato", stages(), ""))
                .filter(Filter.choice(
                        "codice",
                        "Servizio",
                        offerings.stream()
                                .map(offering -> new Option(offering.code(), offering.title()))
                                .toList(),
                        ""))
                .filter(Filter.choice("canone", "Canone", fees(), ""))
                .filter(Filter.choice("tipo", "Tipo di ente", kinds(), ""))
                .filter(Filter.choice(
                        "attesa", "Richieste in attesa", List.of(new Option("si", "Altre quantità, chi paga")), ""))
                .sortedBy("ente")
                .whenEmpty(
                        "Nessun servizio erogato. Si comincia registrando la richiesta di un ente.",
                        "Registra una richiesta",
                        SubscriptionAddresses.STAFF + "/nuovo");
    }

    List<ListRow> rows(ListRequest request) {
        String wanted = request.value("anno");
        Integer year = wanted.matches("\\d{4}") ? Integer.valueOf(wanted) : null;
        int shown = year == null ? LocalDate.now(clock).getYear() : year;
        Basis basis = basis(shown);
        List<ListRow> rows = new ArrayList<>();
        Map<SubscriptionId, List<FeeLine>> lines = basis.lines.stream()
                .collect(Collectors.groupingBy(line -> line.stored().subscription()));
        long key = 0;
        for (Subscription subscription : basis.all) {
            List<FeeLine> own = lines.getOrDefault(subscription.id(), List.of());
            for (FeeLine line : own) {
                rows.add(basis.row(++key, subscription, line, wanted));
            }
            if (own.isEmpty() && (year == null || subscription.requestedOn().getYear() == year)) {
                rows.add(basis.row(++key, subscription, null, wanted));
            }
        }
        return rows;
    }

    private Basis basis(int year) {
        List<FeeLine> lines = charges.lines(Span.ofYear(year));
        List<Charge> owed =
                lines.stream().map(FeeLine::charge).filter(Objects::nonNull).toList();
        Map<Charge, PricedCharge> priced = new HashMap<>();
        pricing.amounts(year, owed).forEach(one -> priced.put(one.charge(), one));
        List<Subscription> all = subscriptions.all();
        Map<SubscriptionId, Request> first = new HashMap<>();
        Set<SubscriptionId> asking = new HashSet<>();
        for (Request request : requests.of(all.stream().map(Subscription::id).toList())) {
            if (request.kind() == RequestKind.ACTIVATION) {
                first.put(request.subscription(), request);
            } else if (request.state() == RequestState.OPEN && request.kind() != RequestKind.TERMINATION) {
                asking.add(request.subscription());
            }
        }
        Set<OrganizationId> bodies =
                all.stream().map(Subscription::organization).collect(Collectors.toCollection(HashSet::new));
        owed.forEach(charge -> charge.payers().forEach(payer -> bodies.add(payer.payer())));
        first.values().forEach(request -> request.payers().forEach(payer -> bodies.add(payer.payer())));
        return new Basis(
                all,
                lines,
                priced,
                first,
                asking,
                history.signedRequests().stream()
                        .collect(Collectors.toMap(Attachment::subscription, Function.identity())),
                organizations.all(bodies).stream().collect(Collectors.toMap(Organization::id, Function.identity())),
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity())),
                catalogue.suppliers().stream().collect(Collectors.toMap(Supplier::id, Supplier::name)));
    }

    /** Everything rows are made from. */
    private record Basis(
            List<Subscription> all,
            List<FeeLine> lines,
            Map<Charge, PricedCharge> priced,
            Map<SubscriptionId, Request> first,
            Set<SubscriptionId> asking,
            Map<SubscriptionId, Attachment> signed,
            Map<OrganizationId, Organization> bodies,
            Map<OfferingId, Offering> offerings,
            Map<SupplierId, String> suppliers) {

        ListRow row(long key, Subscription subscription, @Nullable FeeLine line, String year) {
            Map<String, @Nullable Object> values = new HashMap<>();
            Offering offering = offerings.get(subscription.offering());
            Organization body = bodies.get(subscription.organization());
            if (offering != null) {
                values.put("tipologia", offering.offeringClass().label());
                values.put(
                        "servizio",
                        offering.title()
                                + (subscription.variant().isEmpty() ? "" : " (" + subscription.variant() + ")"));
                values.put("codice", offering.code());
                values.put("canone", offering.fee() == FeeKind.YEARLY ? "Annuale" : "Una tantum");
            }
            if (body != null) {
                values.put("ente", body.fullName());
                values.put("tipo", body.kind().name());
            }
            values.put("enteId", subscription.organization().toString());
            values.put("scheda", subscription.id().toString());
            values.put("richiesta", subscription.requestedOn());
            values.put("referente", subscription.contact().name());
            values.put("note", subscription.notes());
            values.put("stato", subscription.state().stage().label());
            values.put("attesa", asking.contains(subscription.id()) ? "si" : "");
            values.put("anno", year);
            SupplierId partner = subscription.partner();
            values.put("partner", partner == null ? "" : suppliers.get(partner));
            Request request = first.get(subscription.id());
            Protocol protocol = request == null ? null : request.protocol();
            values.put("protocollo", protocol == null ? "" : protocol.inItalian());
            Attachment form = signed.get(subscription.id());
            values.put("modulo", form == null ? null : "Firmato");
            values.put("moduloFile", form == null ? null : form.file().toString());
            values.put("pagante", payers(line, request, body));
            if (line != null) {
                fee(values, line);
            }
            return new ListRow(key, values);
        }

        private void fee(Map<String, @Nullable Object> values, FeeLine line) {
            values.put("canone", SubscriptionFacts.fee(line.kind()));
            values.put("inizio", line.stored().term().from());
            values.put("fine", line.stored().term().to());
            PricedCharge charge = line.charge() == null ? null : priced.get(line.charge());
            Euro amount = charge == null ? null : charge.amount();
            values.put("importo", line.charge() == null ? Euro.ZERO : amount);
            values.put("iva", SubscriptionFacts.vat(charge == null ? null : charge.tariff()));
            values.put("abitanti", charge == null ? null : charge.residents());
            if (charge != null && amount == null) {
                values.put("note", SubscriptionFacts.refusal(charge.outcome()));
            }
        }

        private String payers(@Nullable FeeLine line, @Nullable Request request, @Nullable Organization body) {
            Charge charge = line == null ? null : line.charge();
            List<PayerShare> shares = charge != null ? charge.payers() : request != null ? request.payers() : List.of();
            List<String> names = new ArrayList<>();
            BigDecimal taken = BigDecimal.ZERO;
            for (PayerShare share : shares) {
                Organization payer = bodies.get(share.payer());
                names.add((payer == null ? "" : payer.fullName())
                        + (share.share().value().compareTo(BigDecimal.valueOf(100)) == 0
                                ? ""
                                : " " + share.share().inItalian()));
                taken = taken.add(share.share().value());
            }
            if (taken.compareTo(BigDecimal.valueOf(100)) < 0 && body != null) {
                names.add(body.fullName());
            }
            return String.join(", ", names);
        }
    }

    private List<Option> years() {
        int last = LocalDate.now(clock).getYear() + 1;
        return IntStream.iterate(last, year -> year >= FIRST_YEAR, year -> year - 1)
                .mapToObj(Integer::toString)
                .map(year -> new Option(year, year))
                .toList();
    }

    private static List<Option> stages() {
        return Arrays.stream(SubscriptionStage.values())
                .map(stage -> new Option(stage.label(), stage.label()))
                .toList();
    }

    private static List<Option> fees() {
        return List.of("Annuale", "Una tantum", "A consumo").stream()
                .map(fee -> new Option(fee, fee))
                .toList();
    }

    private static List<Option> kinds() {
        return Arrays.stream(OrganizationKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }
}
