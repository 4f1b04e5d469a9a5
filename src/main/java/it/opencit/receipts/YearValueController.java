// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.receipts.pages.YearValueField;
import it.opencit.shared.Messages;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The values of a year: entered once, they complete the quotas of all members. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class YearValueController {

    private final Templates templates;
    private final YearValues values;

    YearValueController(Templates templates, YearValues values) {
        this.templates = templates;
        this.values = values;
    }

    @GetMapping("/gestione/quote/{year}/valori")
    JteModel form(@PathVariable String year) {
        List<YearValues.Asked> asked = values.asked(Years.read(year));
        FormInput form = FormInput.empty();
        for (int i = 0; i < asked.size(); i++) {
            YearValue known = asked.get(i).known();
            if (!known.source().isEmpty()) {
                form.with("value" + i, known.value()).with("source" + i, known.source());
            }
        }
        return page(Years.read(year), form, asked);
    }

    @PostMapping("/gestione/quote/{year}/valori")
    Object save(@PathVariable String year, FormInput form, RedirectAttributes flash) {
        int ofYear = Years.read(year);
        List<YearValues.Asked> asked = values.asked(ofYear);
        List<YearValue> typed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            BigDecimal value = form.decimal("value" + i);
            if (value == null) {
                continue;
            }
            if (value.signum() < 0) {
                form.reject("value" + i, Messages.text("receipts.value.negative"));
            }
            String source = form.required("source" + i, "receipts.value.source");
            YearValues.Asked one = asked.get(i);
            typed.add(new YearValue(ofYear, one.tariff().code(), one.quantity().key(), value, source));
        }
        if (!form.isValid()) {
            return Answer.refused(page(ofYear, form, asked));
        }
        values.keep(typed);
        flash.addFlashAttribute("notice", "Valori salvati: le quote sono già ricalcolate.");
        return "redirect:/gestione/quote/" + ofYear;
    }

    private JteModel page(int year, FormInput form, List<YearValues.Asked> asked) {
        return templates.receiptsYearValues(
                year,
                form,
                asked.stream()
                        .map(one -> new YearValueField(
                                one.tariff().title(),
                                one.quantity().label(),
                                one.quantity().unit()))
                        .toList());
    }
}
