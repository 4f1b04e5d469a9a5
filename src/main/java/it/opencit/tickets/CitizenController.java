// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.centres.Centres;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.CategoryTemplate.Need;
import it.opencit.tickets.pages.CitizenReportPage;
import it.opencit.tickets.pages.CitizenTicketPage;
import it.opencit.tickets.pages.ShownTicket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has no account asks, and follows what becomes of it; it never reads the name of who works for the centre. */
@Controller
@OpenToAll
class CitizenController {

    static final String REPORT = "/assistenza/segnala";
    static final String FOLLOW = "/assistenza/segui";

    private static final String ONE = FOLLOW + "/{token}";
    private static final Set<String> TOLD = Set.of("Stato", "Categoria", "Aperto il", "Risolto il", "Chiuso il");

    private final Templates templates;
    private final CitizenDesk desk;
    private final Citizens citizens;
    private final PublicForms forms;
    private final TicketReader reader;
    private final Tickets tickets;
    private final TicketFiles files;
    private final Opinions opinions;
    private final Rulebooks rulebooks;
    private final Centres centres;
    private final TransactionOperations transaction;
    private final Clock clock;

    CitizenController(
            Templates templates,
            CitizenDesk desk,
            Citizens citizens,
            PublicForms forms,
            TicketReader reader,
            Tickets tickets,
            TicketFiles files,
            Opinions opinions,
            Rulebooks rulebooks,
            Centres centres,
            TransactionOperations transaction,
            Clock clock) {
        this.templates = templates;
        this.desk = desk;
        this.citizens = citizens;
        this.forms = forms;
        this.reader = reader;
        this.tickets = tickets;
        this.files = files;
        this.opinions = opinions;
        this.rulebooks = rulebooks;
        this.centres = centres;
        this.transaction = transaction;
        this.clock = clock;
    }

    static String path(String token) {
        return FOLLOW + "/" + token;
    }

    @GetMapping(REPORT)
    JteModel form(@RequestParam(defaultValue = "") String categoria) {
        return reportPage(proposed(FormInput.empty().with("category", categoria)));
    }

    /** Answered with the page itself: the code is told here once, and lies in no session. */
    @PostMapping(REPORT)
    Object report(
            FormInput form,
            @RequestParam(name = "file", required = false) MultipartFile @Nullable [] chosen,
            HttpServletRequest request) {
        if (!isOpen()) {
            throw new NotFound("No desk for citizens");
        }
        if (form.isChecked("mostra")) {
            return reportPage(proposed(form));
        }
        try {
            forms.count(PublicForms.Kind.FORM, request.getRemoteAddr());
            String service = NewTicketForm.service(form);
            Map<String, String> answers = NewTicketForm.answers(template(form), form, EnumSet.of(Need.SERVICE));
            if (!form.isValid()) {
                return Answer.refused(reportPage(form));
            }
            var report = new Citizens.Report(
                    form.typed("name"),
                    form.typed("email"),
                    form.typed("category"),
                    form.typed("title"),
                    form.typed("description"),
                    form.isChecked("consent"),
                    service,
                    answers);
            List<Upload> uploads = chosen == null ? List.of() : Upload.from(chosen);
            Citizens.Receipt receipt = Acting.as(
                    Acting.currentCentre(),
                    Citizens.USERNAME,
                    () -> transaction.execute(_ -> {
                        forms.take(
                                form.typed("modulo"),
                                form.typed("website"),
                                form.typed("email").strip(),
                                "ticket");
                        return citizens.open(report, uploads);
                    }));
            return templates.ticketsCitizenReceived(
                    receipt.number().toString(),
                    receipt.code(),
                    form.typed("email").strip(),
                    FOLLOW);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(reportPage(form));
        }
    }

    private boolean isOpen() {
        return desk.settings().filter(CitizenDesk.Settings::open).isPresent();
    }

    /** The category that is chosen, of those that are open to citizens: of others they read nothing. */
    private Optional<Category> chosen(FormInput form) {
        return desk.categories().stream()
                .filter(one -> one.code().equals(form.textOrEmpty("category")))
                .findFirst();
    }

    private CategoryTemplate template(FormInput form) {
        return chosen(form).map(rulebooks.current()::template).orElseGet(() -> CategoryTemplate.none(0));
    }

    /** With the texts of the category where nothing is written yet. */
    private FormInput proposed(FormInput form) {
        CategoryTemplate template = template(form);
        if (form.textOrEmpty("title").isEmpty()) {
            form.with("title", template.title());
        }
        if (form.textOrEmpty("description").isEmpty()) {
            form.with("description", template.description());
        }
        return form;
    }

    private JteModel reportPage(FormInput form) {
        if (!isOpen()) {
            throw new NotFound("No desk for citizens");
        }
        Rulebook rules = rulebooks.current();
        List<Category> offered = desk.categories();
        List<Option> categories = new ArrayList<>();
        categories.add(new Option("", "Scegli…"));
        offered.forEach(one -> categories.add(new Option(one.code(), one.title())));
        Category chosen = chosen(form).orElse(null);
        CategoryTemplate template = template(form);
        boolean needsService = template.required().contains(Need.SERVICE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Italian.ROME);
        return templates.ticketsCitizenReport(new CitizenReportPage(
                REPORT,
                forms.token(),
                categories,
                offered.stream().anyMatch(one -> asksService(rules, one) || hasFields(rules, one)),
                chosen != null && asksService(rules, chosen),
                needsService,
                NewTicketForm.services(rules, today, needsService),
                template.fields(),
                centres.current().privacyText(),
                FOLLOW,
                form));
    }

    private static boolean asksService(Rulebook rules, Category category) {
        return category.asks(Category.Ask.SERVICE)
                || rules.template(category).required().contains(Need.SERVICE);
    }

    private static boolean hasFields(Rulebook rules, Category category) {
        return !rules.template(category).fields().isEmpty();
    }

    @GetMapping(FOLLOW)
    JteModel followForm(@RequestParam(defaultValue = "") String numero) {
        return templates.ticketsCitizenFollow(FormInput.empty().with("number", numero), FOLLOW);
    }

    @PostMapping(FOLLOW)
    Object follow(FormInput form, HttpServletRequest request) {
        try {
            forms.count(PublicForms.Kind.FORM, request.getRemoteAddr());
            Optional<String> token = Acting.as(
                    Acting.currentCentre(),
                    Citizens.USERNAME,
                    () -> citizens.follow(form.textOrEmpty("number"), form.typed("code")));
            if (token.isPresent()) {
                return "redirect:" + path(token.get());
            }
            form.reject("code", Messages.text("tickets.citizen.wrong-code"));
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        return Answer.refused(templates.ticketsCitizenFollow(form.with("code", ""), FOLLOW));
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable String token) {
        return page(token, "", FormInput.empty());
    }

    /** When the ticket is solved, writing says that it is not. */
    @PostMapping(ONE + "/risposte")
    Object answer(@PathVariable String token, FormInput form, RedirectAttributes flash) {
        return act(token, "risposta", form, flash, "Messaggio inviato al centro.", followed -> {
            Ticket ticket =
                    reader.get(followed.number(), followed.viewer()).whole().ticket();
            if (!mayWrite(ticket)) {
                throw new Refusal("tickets.write.closed", ticket.state().label());
            }
            tickets.write(
                    followed.number(),
                    null,
                    Visibility.PUBLIC,
                    form.typed("text"),
                    ticket.state() == TicketState.SOLVED ? TicketState.ASSIGNED : null,
                    Citizens.author(ticket.requester()),
                    clock.instant());
        });
    }

    @PostMapping(ONE + "/allegati")
    Object attach(
            @PathVariable String token,
            FormInput form,
            @RequestParam("file") MultipartFile file,
            RedirectAttributes flash) {
        return act(token, "allegato", form, flash, "File aggiunto.", followed -> {
            Ticket ticket =
                    reader.get(followed.number(), followed.viewer()).whole().ticket();
            TicketFiles.add(tickets, followed.number(), Visibility.PUBLIC, file, Citizens.author(ticket.requester()));
        });
    }

    @GetMapping(ONE + "/allegati/{file}")
    ResponseEntity<InputStreamResource> download(@PathVariable String token, @PathVariable FileId file) {
        Citizens.Followed followed = citizens.byToken(token);
        return files.send(reader.get(followed.number(), followed.viewer()).whole(), file);
    }

    private Object act(
            String token,
            String name,
            FormInput form,
            RedirectAttributes flash,
            String done,
            Consumer<Citizens.Followed> act) {
        Citizens.Followed followed = citizens.byToken(token);
        try {
            Acting.as(Acting.currentCentre(), Citizens.USERNAME, () -> act.accept(followed));
            flash.addFlashAttribute("notice", done);
            return "redirect:" + path(token);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(token, name, form));
        }
    }

    private JteModel page(String token, String refused, FormInput form) {
        Citizens.Followed followed = citizens.byToken(token);
        TicketReader.Found found = reader.get(followed.number(), followed.viewer());
        Ticket ticket = found.whole().ticket();
        Instant now = clock.instant();
        ShownTicket shown = TicketViews.shown(found, now, followed.viewer(), path(token));
        boolean asked = opinions.mayGive(ticket.state(), opinions.find(followed.number()));
        return templates.ticketsCitizenTicket(new CitizenTicketPage(
                shown,
                Stream.concat(
                                shown.facts().stream().filter(fact -> TOLD.contains(fact.label())),
                                TicketViews.answers(found).stream())
                        .toList(),
                mayWrite(ticket),
                ticket.state().takesFiles(),
                ticket.state() == TicketState.SOLVED,
                asked ? opinion(followed.number(), now) : "",
                refused,
                form));
    }

    private String opinion(TicketNumber number, Instant now) {
        return OpinionController.path(Objects.requireNonNull(transaction.execute(_ -> opinions.token(number, now))));
    }

    private static boolean mayWrite(Ticket ticket) {
        return ticket.state().isWritable() && ticket.state() != TicketState.CLOSED;
    }
}
