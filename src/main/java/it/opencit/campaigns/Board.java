// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.pages.BoardPage;
import it.opencit.campaigns.pages.BoardPage.ServiceLine;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far a campaign has come: body by body, service by service. A dozen queries, whatever the number of bodies. */
@Component
@Transactional(readOnly = true)
class Board {

    private static final String WITHOUT_ADDRESS = "senza";

    /** How far a sheet has come, as the centre sees it. */
    private static final List<String> LABELS = List.of("Inviata", "Iniziata", "Aperta, non compilata", "Mai aperta");

    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final AnswerStore answers;
    private final CampaignReminderStore rounds;
    private final Addressees addressees;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Clock clock;

    Board(
            CampaignSheetStore sheets,
            LineStore lines,
            AnswerStore answers,
            CampaignReminderStore rounds,
            Addressees addressees,
            Invitations invitations,
            Organizations organizations,
            Catalogue catalogue,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.answers = answers;
        this.rounds = rounds;
        this.addressees = addressees;
        this.invitations = invitations;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    BoardPage page(Campaign campaign, boolean writable) {
        CampaignDetails details = campaign.details();
        List<Sheet> all = sheets.of(campaign.id());
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(Board::label, Collectors.counting()));
        return new BoardPage(
                Addresses.of(campaign.id()),
                campaign.title(),
                details.kind().label(),
                Integer.toString(details.year()),
                campaign.stage().label(),
                campaign.stage().name(),
                Italian.date(details.opensOn()),
                Italian.date(details.closesOn()),
                deadline(campaign),
                details.text(),
                details.reminderDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                campaign.hasSheets() ? all.size() : invitations.invited(details).size(),
                LABELS.stream()
                        .map(label -> new BoardPage.Progress(
                                label,
                                counts.getOrDefault(label, 0L),
                                Addresses.of(campaign.id()) + "?stato="
                                        + URLEncoder.encode(label, StandardCharsets.UTF_8)))
                        .toList(),
                lines.toDecide().getOrDefault(campaign.id(), 0L),
                services(campaign.id(), all),
                figures(campaign),
                rounds.of(campaign.id()).stream()
                        .map(round -> new BoardPage.Round(
                                round.inItalian(),
                                Italian.date(round.sentOn()),
                                round.sums().bodies(),
                                round.sums().mails(),
                                round.sums().withoutAddress(),
                                round.sentBy()))
                        .toList(),
                writable,
                campaign.version());
    }

    private String deadline(Campaign campaign) {
        long days = campaign.daysLeft(LocalDate.now(clock));
        return campaign.stage() != CampaignStage.OPEN
                ? ""
                : days < 0 ? "scaduta" : Messages.text("campaigns.days-left", days);
    }

    private List<BoardPage.Total> figures(Campaign campaign) {
        Map<String, BigDecimal> totals = answers.totals(campaign.id());
        return organizations.figureKinds().stream()
                .filter(kind -> campaign.details().figures().contains(kind.code()))
                .map((FigureKind kind) -> new BoardPage.Total(
                        kind.label(), Italian.number(totals.getOrDefault(kind.code(), BigDecimal.ZERO))))
                .toList();
    }

    /** What the sheets that were sent say of each service. */
    private List<ServiceLine> services(CampaignId id, List<Sheet> all) {
        Map<SheetId, SheetStage> stages = all.stream()
                .collect(Collectors.toMap(Sheet::id, sheet -> sheet.state().stage()));
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        Map<OfferingId, Tally> tallies = new HashMap<>();
        for (Line line : lines.of(id)) {
            tallies.computeIfAbsent(line.offering(), _ -> new Tally())
                    .count(line, stages.get(line.sheet()) == SheetStage.ANSWERED);
        }
        List<ServiceLine> services = new ArrayList<>();
        tallies.forEach((offering, tally) -> services.add(
                tally.line(Objects.requireNonNull(offerings.get(offering)).title())));
        services.sort(Comparator.comparing(ServiceLine::title));
        return services;
    }

    /** The answers about one service. */
    private static final class Tally {

        private final Map<LineAnswer, Integer> answers = new EnumMap<>(LineAnswer.class);
        private int used;
        private int silent;

        void count(Line line, boolean sent) {
            LineAnswer answer = sent ? line.answer() : null;
            used += line.isInUse() ? 1 : 0;
            if (answer != null) {
                answers.merge(answer, 1, Integer::sum);
            } else if (line.isInUse()) {
                silent++;
            }
        }

        ServiceLine line(String title) {
            return new ServiceLine(
                    title,
                    used,
                    of(LineAnswer.RENEW),
                    of(LineAnswer.MORE),
                    of(LineAnswer.GIVE_UP),
                    silent,
                    of(LineAnswer.INTERESTED));
        }

        private int of(LineAnswer answer) {
            return answers.getOrDefault(answer, 0);
        }
    }

    Listing listing(Campaign campaign) {
        return Listing.named("schede")
                .column(Column.text("ente", "Ente", "").linkedTo(Addresses.of(campaign.id()) + "/enti/{key}"))
                .column(Column.text("stato", "Scheda", ""))
                .column(Column.text("chi", "Chi", ""))
                .column(Column.moment("quando", "Quando", ""))
                .column(Column.text("come", "Come", ""))
                .column(Column.integer("rinnovi", "Rinnovi", ""))
                .column(Column.integer("rinunce", "Rinunce", ""))
                .column(Column.integer("interessi", "Interessi", ""))
                .column(Column.integer("solleciti", "Messaggi", ""))
                .column(Column.text("recapiti", "Recapiti", ""))
                .column(Column.hidden("tipo", ""))
                .column(Column.hidden("recapito", ""))
                .filter(Filter.search("Ente o persona", ""))
                .filter(Filter.choice("stato", "Scheda", stageOptions(), ""))
                .filter(Filter.choice("tipo", "Tipo di ente", kindOptions(), ""))
                .filter(Filter.choice(
                        "recapito", "Recapiti", List.of(new Option(WITHOUT_ADDRESS, "Nessun indirizzo")), ""))
                .sortedBy("ente")
                .whenEmpty("Nessuna scheda.", null, null);
    }

    List<ListRow> rows(Campaign campaign) {
        List<Sheet> all = sheets.of(campaign.id());
        Map<OrganizationId, Organization> bodies =
                organizations.all(all.stream().map(Sheet::organization).toList()).stream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<OrganizationId, List<String>> addresses = addressees.of(bodies.values());
        Map<OrganizationId, Integer> messages = rounds.countsOf(campaign.id());
        Map<SheetId, List<Line>> written = lines.of(campaign.id()).stream().collect(Collectors.groupingBy(Line::sheet));
        return all.stream()
                .map(sheet -> {
                    Map<String, @Nullable Object> values = new HashMap<>();
                    Organization body = bodies.get(sheet.organization());
                    values.put("ente", body == null ? "" : body.fullName());
                    values.put("tipo", body == null ? "" : body.kind().name());
                    state(values, sheet);
                    List<Line> own = written.getOrDefault(sheet.id(), List.of());
                    values.put("rinnovi", count(own, LineAnswer.RENEW, LineAnswer.MORE));
                    values.put("rinunce", count(own, LineAnswer.GIVE_UP));
                    values.put("interessi", count(own, LineAnswer.INTERESTED));
                    values.put("solleciti", messages.getOrDefault(sheet.organization(), 0));
                    List<String> known = addresses.getOrDefault(sheet.organization(), List.of());
                    values.put("recapiti", known.isEmpty() ? "Nessun indirizzo" : String.join(", ", known));
                    values.put("recapito", known.isEmpty() ? WITHOUT_ADDRESS : "");
                    return new ListRow(sheet.organization().value(), values);
                })
                .toList();
    }

    private static void state(Map<String, @Nullable Object> values, Sheet sheet) {
        SheetState.Saved saved = sheet.state().saved();
        Reply reply = sheet.state().reply();
        values.put("stato", label(sheet));
        if (reply != null) {
            values.put("chi", reply.by());
            values.put("quando", reply.at());
            values.put("come", reply.channel().label());
        } else if (saved != null) {
            values.put("chi", saved.by());
            values.put("quando", saved.at());
        } else {
            values.put("chi", sheet.openedBy());
            values.put("quando", sheet.openedAt());
        }
    }

    /** Somebody may have looked without writing anything. */
    static String label(Sheet sheet) {
        return switch (sheet.state().stage()) {
            case ANSWERED -> LABELS.get(0);
            case STARTED -> LABELS.get(1);
            case UNTOUCHED -> sheet.openedAt() == null ? LABELS.get(3) : LABELS.get(2);
        };
    }

    private static long count(List<Line> lines, LineAnswer... wanted) {
        return lines.stream()
                .filter(line -> Arrays.asList(wanted).contains(line.answer()))
                .count();
    }

    private static List<Option> stageOptions() {
        return LABELS.stream().map(label -> new Option(label, label)).toList();
    }

    private static List<Option> kindOptions() {
        return Arrays.stream(OrganizationKind.values())
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    Listing lineListing(Campaign campaign) {
        return Listing.named("righe")
                .column(Column.text("ente", "Ente", "")
                        .linkedTo(Addresses.of(campaign.id()) + "/enti/{organizzazione}"))
                .column(Column.text("servizio", "Servizio", ""))
                .column(Column.text("uso", "In uso", ""))
                .column(Column.text("scheda", "Scheda", ""))
                .column(Column.text("risposta", "Risposta", ""))
                .column(Column.text("dettaglio", "Quantità o variante", ""))
                .column(Column.text("nota", "Nota", ""))
                .column(Column.text("esito", "Esito", ""))
                .column(Column.text("perche", "Perché", ""))
                .column(Column.hidden("organizzazione", ""))
                .filter(Filter.search("Ente o servizio", ""))
                .filter(Filter.choice("risposta", "Risposta", answerOptions(), ""))
                .filter(Filter.choice("esito", "Esito", outcomeOptions(), ""))
                .sortedBy("ente")
                .whenEmpty("Nessuna risposta.", null, null);
    }

    /** One row for each service in use, and for each other that was answered. */
    List<ListRow> lineRows(Campaign campaign) {
        List<Sheet> all = sheets.of(campaign.id());
        Map<SheetId, Sheet> byId = all.stream().collect(Collectors.toMap(Sheet::id, Function.identity()));
        Map<OrganizationId, Organization> bodies =
                organizations.all(all.stream().map(Sheet::organization).toList()).stream()
                        .collect(Collectors.toMap(Organization::id, Function.identity()));
        Map<OfferingId, Offering> offerings =
                catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
        return lines.of(campaign.id()).stream()
                .map(line -> {
                    Sheet sheet = Objects.requireNonNull(byId.get(line.sheet()));
                    Organization body = bodies.get(sheet.organization());
                    Offering offering = offerings.get(line.offering());
                    LineAnswer answer = line.answer();
                    LineOutcome outcome = line.outcome();
                    Map<String, @Nullable Object> values = new HashMap<>();
                    values.put("ente", body == null ? "" : body.fullName());
                    values.put("organizzazione", sheet.organization().toString());
                    values.put("servizio", offering == null ? "" : offering.title());
                    values.put("uso", line.isInUse() ? "sì" : "no");
                    values.put("scheda", label(sheet));
                    values.put("risposta", answer == null ? "Nessuna" : answer.label());
                    values.put("dettaglio", detail(line));
                    values.put("nota", line.note());
                    values.put("esito", outcome == null ? "" : outcome.label());
                    values.put("perche", line.why());
                    return new ListRow(line.id(), values);
                })
                .toList();
    }

    private static String detail(Line line) {
        return line.quantities().isEmpty()
                ? line.variant()
                : line.quantities().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Italian.number(entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static List<Option> answerOptions() {
        List<Option> options = new ArrayList<>();
        for (LineAnswer answer : LineAnswer.values()) {
            options.add(new Option(answer.label(), answer.label()));
        }
        options.add(new Option("Nessuna", "Nessuna"));
        return options;
    }

    private static List<Option> outcomeOptions() {
        return Arrays.stream(LineOutcome.values())
                .map(outcome -> new Option(outcome.label(), outcome.label()))
                .toList();
    }
}
