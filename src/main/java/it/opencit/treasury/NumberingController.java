// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The numbers that the accounting office gave to many accertamenti at once. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class NumberingController {

    private static final String NUMBERING = Addresses.ACCERTAMENTI + "/numerazione";
    private static final int SHOWN = 500;

    private final Templates templates;
    private final Accertamenti accertamenti;
    private final AccertamentoStore store;
    private final Clock clock;

    NumberingController(Templates templates, Accertamenti accertamenti, AccertamentoStore store, Clock clock) {
        this.templates = templates;
        this.accertamenti = accertamenti;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping(NUMBERING)
    JteModel form(@RequestParam(name = "anno", required = false) @Nullable Integer year) {
        int shown = year == null ? LocalDate.now(clock).getYear() : year;
        return page(FormInput.empty().with("year", shown), shown);
    }

    @PostMapping(NUMBERING)
    Object number(FormInput form, RedirectAttributes flash) {
        Integer year = Forms.year(form, "year");
        Long first = form.integer("first");
        List<AccertamentoId> chosen = form.all("accertamento").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(AccertamentoId::valueOf)
                .toList();
        if (first == null) {
            form.reject("first", Messages.text("treasury.accertamento.first"));
        }
        if (chosen.isEmpty()) {
            form.reject("", Messages.text("treasury.accertamento.choose"));
        }
        if (year != null && first != null && form.isValid()) {
            try {
                accertamenti.number(chosen, year, first);
                flash.addFlashAttribute("notice", Messages.text("treasury.accertamento.numbered", chosen.size()));
                return "redirect:" + Addresses.ACCERTAMENTI;
            } catch (Refusal refusal) {
                form.reject("first", refusal.inItalian());
            }
        }
        return Answer.refused(page(form, year == null ? LocalDate.now(clock).getYear() : year));
    }

    private JteModel page(FormInput form, int year) {
        return templates.treasuryNumbering(form, year, store.unnumbered(year, SHOWN));
    }
}
