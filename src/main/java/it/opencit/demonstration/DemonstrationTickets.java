// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.catalogue.Suppliers;
import it.opencit.centres.Centre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.Assignee;
import it.opencit.tickets.Author;
import it.opencit.tickets.CitizenDesk;
import it.opencit.tickets.Citizens;
import it.opencit.tickets.NewTicket;
import it.opencit.tickets.Opinions;
import it.opencit.tickets.Relation;
import it.opencit.tickets.StaffGroup;
import it.opencit.tickets.StaffGroups;
import it.opencit.tickets.TicketLinks;
import it.opencit.tickets.TicketNumber;
import it.opencit.tickets.TicketState;
import it.opencit.tickets.TicketType;
import it.opencit.tickets.Tickets;
import it.opencit.tickets.Urgency;
import it.opencit.tickets.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented tickets in every state: a few dozen at Brescia, three at each other centre. */
@Component
@Order(555)
class DemonstrationTickets implements DemonstrationPart {

    private static final int AT_BRESCIA = 40;
    private static final int ELSEWHERE = 3;

    private static final Author CARLA = new Author("operatore", "Carla Monti", true);
    private static final Assignee TO_CARLA = new Assignee(Assignee.Kind.PERSON, "operatore", "Carla Monti");
    private static final Assignee TO_BRUNO = new Assignee(Assignee.Kind.PERSON, "amministrativo", "Bruno Serra");

    private record Story(
            TicketType type, Urgency urgency, String service, String title, String description, String answer) {}

    private static final List<Story> STORIES = List.of(
            new Story(
                    TicketType.FAULT,
                    Urgency.HIGH,
                    "Posta elettronica certificata",
                    "Non riesco ad accedere alla PEC",
                    "Da questa mattina la casella dell'ufficio protocollo rifiuta la parola d'ordine. Ieri funzionava.",
                    "La parola d'ordine era scaduta: l'abbiamo rinnovata, la nuova è stata comunicata per telefono."),
            new Story(
                    TicketType.FAULT,
                    Urgency.BLOCKING,
                    "Portale istituzionale comunale",
                    "Il sito del Comune non risponde",
                    "Il sito non si apre da nessuna postazione, né dall'esterno. I cittadini non possono prenotare.",
                    "Il certificato del sito era scaduto: lo abbiamo rinnovato, il sito risponde di nuovo."),
            new Story(
                    TicketType.FAULT,
                    Urgency.MEDIUM,
                    "Sportello telematico",
                    "Le pratiche SUAP arrivano senza allegati",
                    "Le ultime tre pratiche dello sportello unico sono arrivate senza gli allegati in formato p7m.",
                    "Il limite di dimensione era troppo basso: lo abbiamo alzato, le tre pratiche sono complete."),
            new Story(
                    TicketType.REQUEST,
                    Urgency.LOW,
                    "Posta elettronica",
                    "Tre caselle per i nuovi assunti",
                    "Dal primo del mese prossimo prendono servizio tre persone: servono le caselle di posta.",
                    "Le tre caselle sono attive, le istruzioni sono nel file allegato alla comunicazione."),
            new Story(
                    TicketType.REQUEST,
                    Urgency.MEDIUM,
                    "PagoPA",
                    "Aggiungere un tributo ai pagamenti",
                    "Il consiglio ha approvato il canone unico: va aggiunto alle voci che si pagano in linea.",
                    "La voce è attiva da oggi, con il conto che ci avete indicato."),
            new Story(
                    TicketType.FAULT,
                    Urgency.VERY_LOW,
                    "Stampanti",
                    "La stampante dell'anagrafe è lenta",
                    "La stampante impiega alcuni minuti per ogni certificato, soprattutto al mattino.",
                    "Il programma di stampa era vecchio: dopo l'aggiornamento i tempi sono normali."),
            new Story(
                    TicketType.REQUEST,
                    Urgency.MEDIUM,
                    "Formazione",
                    "Corso sull'uso del protocollo",
                    "Chiediamo una giornata di formazione per cinque persone sul nuovo protocollo informatico.",
                    "La giornata è fissata, il collegamento per seguirla è stato inviato ai partecipanti."),
            new Story(
                    TicketType.FAULT,
                    Urgency.HIGH,
                    "Protocollo informatico",
                    "Il registro di protocollo non chiude la giornata",
                    "Ieri sera il registro giornaliero non è stato inviato in conservazione: compare un errore.",
                    "Il registro è stato inviato a mano, da stasera parte di nuovo da solo."));

    private final Tickets tickets;
    private final Organizations organizations;
    private final Suppliers suppliers;
    private final StaffGroups groups;
    private final TicketLinks links;
    private final Opinions opinions;
    private final CitizenDesk citizenDesk;
    private final Citizens citizens;
    private final Clock clock;

    DemonstrationTickets(
            Tickets tickets,
            Organizations organizations,
            Suppliers suppliers,
            StaffGroups groups,
            TicketLinks links,
            Opinions opinions,
            CitizenDesk citizenDesk,
            Citizens citizens,
            Clock clock) {
        this.links = links;
        this.opinions = opinions;
        this.citizenDesk = citizenDesk;
        this.citizens = citizens;
        this.suppliers = suppliers;
        this.groups = groups;
        this.tickets = tickets;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        boolean brescia = centre.code().equals("brescia");
        List<Organization> bodies = organizations.search("", OrganizationKind.COMUNE, null, 60);
        List<Organization> coccaglio =
                brescia ? organizations.search("Coccaglio", OrganizationKind.COMUNE, null, 1) : List.of();
        int number = brescia ? AT_BRESCIA : ELSEWHERE;
        Assignee outside =
                suppliers.named(DemonstrationUsers.SUPPLIER).map(Assignee::of).orElse(TO_BRUNO);
        if (brescia) {
            groups.keep(new StaffGroup(0, "Sistemisti", List.of("operatore", "amministrativo"), false, 0));
        }
        List<TicketNumber> told = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            boolean ours = brescia && i % 4 == 3;
            Organization body = ours ? coccaglio.getFirst() : bodies.get(i * 7 % bodies.size());
            told.add(tell(i, number, body, ours, outside));
        }
        if (brescia) { // the log book that does not close: one fault of three bodies
            links.link(told.get(39), Relation.CHILD, List.of(told.get(31), told.get(37)), CARLA);
        }
        if (brescia && !centre.privacyText().isBlank()) {
            citizenDesk.decide(
                    new CitizenDesk.Settings(true, coccaglio.getFirst().id()));
            citizens.open(
                    new Citizens.Report(
                            InventedPeople.number(3),
                            "cittadino@esempio.it",
                            "segnalazioni-dei-cittadini",
                            "Il sito della biblioteca non mostra gli orari",
                            "Da una settimana la pagina degli orari è vuota, anche dal telefono.",
                            true),
                    List.of());
        }
    }

    /** The older a ticket, the further it went. */
    private TicketNumber tell(int i, int of, Organization body, boolean ours, Assignee outside) {
        Story story = STORIES.get(i % STORIES.size());
        Instant opened = opened(of - i);
        Author requester = ours
                ? new Author("comune", "Elena Riva", false)
                : new Author(
                        "ente-" + body.id(), InventedPeople.number(body.id().value() + i), false);
        boolean activation = story.type() == TicketType.REQUEST && i % 3 == 0;
        TicketNumber number = tickets.open(
                new NewTicket(
                                story.type(),
                                activation ? "attivazione-rinnovo" : "assistenza",
                                story.urgency(),
                                story.title(),
                                story.description(),
                                body.id(),
                                requester.name(),
                                "")
                        .about(story.service()),
                requester,
                opened);
        int step = i * 8 / of; // from 0, the oldest, to 7, just opened
        Instant at = opened;
        if (step == 7 || i == of - 1) {
            return number;
        }
        at = at.plus(Duration.ofMinutes(20));
        Assignee assignee = i % 5 == 0 ? outside : i % 3 == 0 ? TO_BRUNO : TO_CARLA;
        move(number, step == 6 && i % 2 == 0 ? TicketState.PLANNED : TicketState.ASSIGNED, assignee, "", at);
        if (i % 4 == 0) {
            note(number, "Sentito per telefono: richiama nel pomeriggio.", at.plus(Duration.ofMinutes(10)));
        }
        if (step >= 6) {
            return number;
        }
        at = at.plus(Duration.ofMinutes(25));
        if (step == 5 || step <= 1) {
            answer(number, "Per procedere ci serve il nome utente di chi vede il problema.", null, at);
            move(number, TicketState.SUSPENDED, null, "In attesa di una risposta dell'ente", at.plusSeconds(60));
            if (step == 5) {
                return number;
            }
            at = at.plus(Duration.ofMinutes(40));
            tickets.write(number, null, Visibility.PUBLIC, "È quello dell'ufficio protocollo.", null, requester, at);
        }
        at = at.plus(Duration.ofMinutes(30));
        if (step == 4) {
            move(number, TicketState.TO_BE_TESTED, null, "Provare con l'ente", at);
            return number;
        }
        if (step == 0 && i % 3 == 2) {
            move(number, TicketState.DELETED, null, "Aperto due volte: vale l'altro", at);
            return number;
        }
        answer(number, story.answer(), TicketState.SOLVED, at);
        if (step <= 2) {
            tickets.move(
                    number,
                    null,
                    TicketState.CLOSED,
                    null,
                    "Confermata dall'ente",
                    requester,
                    at.plus(Duration.ofMinutes(15)));
        }
        if (i % 5 == 1) {
            opinions.give(number, 3 + i % 3, i % 2 == 0 ? "" : "Risposta chiara, grazie.", requester.username());
        }
        return number;
    }

    /** Two on each working day, in the morning and after lunch, up to yesterday. */
    private Instant opened(int last) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Italian.ROME);
        for (int back = (last + 1) / 2; back > 0; back--) {
            day = day.minusDays(
                    switch (day.getDayOfWeek()) {
                        case MONDAY -> 3;
                        case SUNDAY -> 2;
                        default -> 1;
                    });
        }
        return day.atTime(last % 2 == 0 ? 8 : 14, 31 + last * 7 % 29)
                .atZone(Italian.ROME)
                .toInstant();
    }

    private void move(TicketNumber number, TicketState to, @Nullable Assignee assignee, String reason, Instant at) {
        tickets.move(number, null, to, assignee, reason, CARLA, Objects.requireNonNull(at));
    }

    private void answer(TicketNumber number, String text, @Nullable TicketState then, Instant at) {
        tickets.write(number, null, Visibility.PUBLIC, text, then, CARLA, at);
    }

    private void note(TicketNumber number, String text, Instant at) {
        tickets.write(number, null, Visibility.INTERNAL, text, null, CARLA, at);
    }
}
