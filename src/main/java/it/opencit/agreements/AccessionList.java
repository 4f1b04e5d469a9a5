// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "Convenzioni erogate": who joined what, who signed and when, with the two papers, the figures and the notes. */
@Component
@Transactional(readOnly = true)
class AccessionList {

    private static final List<Integer> WARNING_DAYS = List.of(7, 30, 90);

    private final AccessionStore accessions;
    private final SchemeStore schemes;
    private final HistoryStore history;
    private final Organizations organizations;
    private final Clock clock;

    AccessionList(
            AccessionStore accessions,
            SchemeStore schemes,
            HistoryStore history,
            Organizations organizations,
            Clock clock) {
        this.accessions = accessions;
        this.schemes = schemes;
        this.history = history;
        this.organizations = organizations;
        this.clock = clock;
    }

    Listing listing() {
        return Listing.named("convenzioni-erogate")
                .column(Column.text("convenzione", "Convenzione", "").linkedTo(Addresses.SCHEMES + "/{schema}"))
                .column(Column.text("ente", "Ente", "").linkedTo(Addresses.ACCESSIONS + "/{key}"))
                .column(Column.text("firmatario", "Firmatario", ""))
                .column(Column.date("firma", "Data firma", ""))
                .column(Column.text("delibera", "Delibera", "").linkedTo("/gestione/documenti/{deliberaFile}"))
                .column(Column.text("firmata", "Convenzione firmata", "").linkedTo("/gestione/documenti/{firmataFile}"))
                .column(Column.integer("abitanti", "Abitanti", ""))
                .column(Column.integer("imprese", "Imprese", ""))
                .column(Column.text("note", "Note", ""))
                .column(Column.text("stato", "Stato", ""))
                .column(Column.date("fine", "Ultimo giorno", ""))
                .column(Column.hidden("schema", ""))
                .column(Column.hidden("deliberaFile", ""))
                .column(Column.hidden("firmataFile", ""))
                .filter(Filter.search("Ente, firmatario, note", ""))
                .filter(Filter.choice("schema", "Convenzione", schemeOptions(), ""))
                .filter(Filter.choice("stato", "Stato", stageOptions(), ""))
                .filter(Filter.choice("tipo", "Tipo di ente", kindOptions(), ""))
                .filter(Filter.choice("scadenza", "In scadenza", expiryOptions(), ""))
                .sortedBy("ente")
                .whenEmpty(
                        "Nessun ente ha ancora aderito. Prima serve uno schema di convenzione, poi si registra l'adesione.",
                        "Registra un'adesione",
                        Addresses.ACCESSIONS + "/nuova");
    }

    /** Every accession; what "expiring" means depends on the days that the address asks for. */
    List<ListRow> rows(ListRequest request) {
        Map<OrganizationId, Organization> bodies =
                organizations.all().stream().collect(Collectors.toMap(Organization::id, body -> body));
        FigureBook figures = organizations.figures();
        Map<SchemeId, String> titles = schemes.all().stream()
                .collect(Collectors.toMap(
                        StoredScheme::id, scheme -> scheme.scheme().title()));
        Map<AccessionId, Map<DocumentRole, AccessionDocument>> documents = history.latestDocuments().stream()
                .collect(Collectors.groupingBy(
                        AccessionDocument::accession, Collectors.toMap(AccessionDocument::role, document -> document)));
        LocalDate today = LocalDate.now(clock);
        List<Accession> all = accessions.all();
        Set<@Nullable AccessionId> renewed = all.stream().map(Accession::renews).collect(Collectors.toSet());
        return all.stream()
                .map(accession -> {
                    Map<String, @Nullable Object> values = new HashMap<>();
                    values.put("convenzione", titles.get(accession.scheme()));
                    values.put("schema", accession.scheme().toString());
                    Organization body = bodies.get(accession.organization());
                    values.put("ente", body == null ? "" : body.fullName());
                    values.put("tipo", body == null ? "" : body.kind().name());
                    values.put("abitanti", latest(figures, accession, FigureKind.RESIDENTS, today));
                    values.put("imprese", latest(figures, accession, FigureKind.BUSINESSES, today));
                    acts(values, accession.state().on(today));
                    papers(values, documents.getOrDefault(accession.id(), Map.of()));
                    values.put("note", accession.notes());
                    values.put(
                            "scadenza",
                            renewed.contains(accession.id())
                                    ? ""
                                    : expiry(accession.state(), today, request.value("scadenza")));
                    return new ListRow(accession.id().value(), values);
                })
                .toList();
    }

    private static void acts(Map<String, @Nullable Object> values, AccessionState state) {
        Delibera delibera = state.delibera();
        Signature signature = state.signature();
        values.put(
                "delibera",
                delibera == null ? null : "n. " + delibera.number() + " del " + Italian.date(delibera.date()));
        values.put("firmatario", signature == null ? null : signature.signatory());
        values.put("firma", signature == null ? null : signature.date());
        values.put("stato", state.stage().label());
        values.put(
                "fine", state.membership() == null ? null : state.membership().to());
    }

    private static void papers(Map<String, @Nullable Object> values, Map<DocumentRole, AccessionDocument> documents) {
        AccessionDocument delibera = documents.get(DocumentRole.DELIBERA);
        AccessionDocument signed = documents.get(DocumentRole.SIGNED_AGREEMENT);
        values.put("deliberaFile", delibera == null ? null : delibera.file().toString());
        values.put("firmata", signed == null ? null : "Presente");
        values.put("firmataFile", signed == null ? null : signed.file().toString());
    }

    private static @Nullable Object latest(FigureBook figures, Accession accession, String kind, LocalDate today) {
        return figures.latest(accession.organization(), kind, today)
                .map(Figure::value)
                .orElse(null);
    }

    private static String expiry(AccessionState state, LocalDate today, String days) {
        if (!(state instanceof AccessionState.Active active) || !days.matches("\\d{1,4}")) {
            return "";
        }
        LocalDate last = active.countersignature().to();
        return last.isBefore(today) || last.isAfter(today.plusDays(Long.parseLong(days))) ? "" : days;
    }

    private List<Option> schemeOptions() {
        return schemes.all().stream()
                .map(scheme ->
                        new Option(scheme.id().toString(), scheme.scheme().title()))
                .toList();
    }

    private static List<Option> stageOptions() {
        return Arrays.stream(AccessionStage.values())
                .map(stage -> new Option(stage.label(), stage.label()))
                .toList();
    }

    private static List<Option> kindOptions() {
        return Stream.of(OrganizationKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    private static List<Option> expiryOptions() {
        return WARNING_DAYS.stream()
                .map(days -> new Option(Integer.toString(days), "Entro " + days + " giorni"))
                .toList();
    }
}
