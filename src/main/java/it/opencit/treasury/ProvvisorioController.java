// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.ProvvisorioPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The provvisori: the list, one with its history, a new one by hand, its body, whether it concerns the centre. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class ProvvisorioController {

    private static final String ONE = Addresses.PROVVISORI + "/{id:\\d+}";

    private final Templates templates;
    private final ProvvisorioList list;
    private final Provvisori provvisori;
    private final AllocationLines lines;
    private final JournalStore journal;
    private final Organizations organizations;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    ProvvisorioController(
            Templates templates,
            ProvvisorioList list,
            Provvisori provvisori,
            AllocationLines lines,
            JournalStore journal,
            Organizations organizations,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.provvisori = provvisori;
        this.lines = lines;
        this.journal = journal;
        this.organizations = organizations;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping(Addresses.PROVVISORI)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel list(ListRequest request, SignedIn person) {
        return templates.treasuryProvvisori(lists.page(list.listing(), request), Writers.include(person));
    }

    @GetMapping(Addresses.PROVVISORI + "/provvisori.{format}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.listing(), request, format, response);
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable ProvvisorioId id, SignedIn person) {
        Provvisorio provvisorio = provvisori.get(id);
        OrganizationId body = provvisorio.organization();
        boolean writable = Writers.include(person);
        return templates.treasuryProvvisorio(new ProvvisorioPage(
                provvisorio,
                Addresses.of(id),
                deadline(provvisorio, LocalDate.now(clock)),
                switch (provvisorio.state()) {
                    case OPEN, PARTIAL -> "warning";
                    case REGULARISED -> "success";
                    case REVERSED, SET_ASIDE -> "secondary";
                },
                body == null ? "" : Addresses.of(body),
                lines.of(provvisorio, writable),
                journal.of(provvisorio.treasuryYear(), provvisorio.number()),
                writable));
    }

    /** {@code 27/02/2018, mancano 12 giorni}. */
    static String deadline(Provvisorio provvisorio, LocalDate today) {
        String day = Italian.date(provvisorio.regulariseBy());
        if (!provvisorio.isOpen()) {
            return day;
        }
        long left = provvisorio.daysLeft(today);
        String account = provvisorio.accountDue().isBefore(provvisorio.regulariseBy())
                ? Messages.text("treasury.deadline.account", Italian.date(provvisorio.accountDue()))
                : "";
        return day + ", "
                + (left < 0
                        ? Messages.text("treasury.deadline.passed", -left)
                        : Messages.text("treasury.deadline.left", left))
                + account;
    }

    @GetMapping(Addresses.PROVVISORI + "/nuovo")
    JteModel form() {
        return page(FormInput.empty().with("treasuryYear", LocalDate.now(clock).getYear()));
    }

    @PostMapping(Addresses.PROVVISORI + "/nuovo")
    Object add(FormInput form, RedirectAttributes flash) {
        NewProvvisorio provvisorio = read(form);
        if (provvisorio != null) {
            try {
                ProvvisorioId id = provvisori.receive(provvisorio);
                flash.addFlashAttribute("notice", "Provvisorio registrato.");
                return "redirect:" + Addresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(page(form));
    }

    private static @Nullable NewProvvisorio read(FormInput form) {
        Integer year = Forms.year(form, "treasuryYear");
        Long number = form.integer("number");
        if (number == null) {
            form.reject("number", Messages.text("treasury.provvisorio.number"));
        }
        LocalDate received = Forms.date(form, "receivedOn", "treasury.provvisorio.date");
        Euro amount = Forms.amount(form, "amount");
        if (year == null || number == null || received == null || amount == null) {
            return null;
        }
        Long body = form.integer("organization");
        return Forms.complete(
                form,
                () -> new NewProvvisorio(
                        year,
                        number,
                        received,
                        form.textOrEmpty("payerName"),
                        form.textOrEmpty("payerTaxCode"),
                        body == null ? null : new OrganizationId(body),
                        form.textOrEmpty("reason"),
                        amount,
                        form.textOrEmpty("execution"),
                        form.textOrEmpty("reference")));
    }

    private JteModel page(FormInput form) {
        return templates.treasuryProvvisorioForm(form, Forms.bodies(organizations));
    }

    @GetMapping(ONE + "/ente")
    JteModel bodyForm(@PathVariable ProvvisorioId id) {
        Provvisorio provvisorio = provvisori.get(id);
        return templates.treasuryPayerBody(
                FormInput.empty().with("organization", provvisorio.organization()),
                provvisorio,
                Addresses.of(id),
                Forms.bodies(organizations));
    }

    @PostMapping(ONE + "/ente")
    String body(@PathVariable ProvvisorioId id, FormInput form, RedirectAttributes flash) {
        Long body = form.integer("organization");
        provvisori.paidBy(id, body == null ? null : new OrganizationId(body));
        flash.addFlashAttribute("notice", "Ente del versante registrato.");
        return "redirect:" + Addresses.of(id);
    }

    @GetMapping(ONE + "/esclusione")
    JteModel asideForm(@PathVariable ProvvisorioId id) {
        return templates.treasurySetAside(FormInput.empty(), provvisori.get(id), Addresses.of(id));
    }

    @PostMapping(ONE + "/esclusione")
    Object setAside(@PathVariable ProvvisorioId id, FormInput form, RedirectAttributes flash) {
        try {
            provvisori.setAside(id, form.textOrEmpty("reason"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(templates.treasurySetAside(form, provvisori.get(id), Addresses.of(id)));
        }
        flash.addFlashAttribute("notice", "Provvisorio messo da parte: non riguarda il centro.");
        return "redirect:" + Addresses.of(id);
    }

    @PostMapping(ONE + "/esclusione/fine")
    String takeBack(@PathVariable ProvvisorioId id, RedirectAttributes flash) {
        provvisori.setAside(id, null);
        flash.addFlashAttribute("notice", "Il provvisorio riguarda di nuovo il centro.");
        return "redirect:" + Addresses.of(id);
    }
}
