// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Dated figures typed by hand. A day that has a value already is never overwritten in silence: the form shows that value
 * and only a form that has seen it takes its place.
 */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class FigureController {

    private final Templates templates;
    private final Organizations organizations;

    FigureController(Templates templates, Organizations organizations) {
        this.templates = templates;
        this.organizations = organizations;
    }

    /** An empty form, or with the figure of a kind and a day to correct. */
    @GetMapping("/gestione/enti/{id:\\d+}/dati/nuovo")
    JteModel form(@PathVariable OrganizationId id, FormInput asked) {
        FormInput form = FormInput.empty().with("kind", asked.typed("kind")).with("date", asked.typed("date"));
        LocalDate date = asked.date("date");
        if (date != null) {
            holding(id, asked.typed("kind"), date)
                    .ifPresent(figure -> form.with("value", figure.value())
                            .with("source", figure.source())
                            .with("mark", figure.mark())
                            .with("seen", figure.value().toPlainString()));
        }
        return page(id, form);
    }

    @PostMapping("/gestione/enti/{id:\\d+}/dati")
    Object record(@PathVariable OrganizationId id, FormInput form, RedirectAttributes flash) {
        Figure figure = read(form);
        if (figure == null) {
            return Answer.refused(page(id, form));
        }
        Figure before = holding(id, figure.kind(), figure.date()).orElse(null);
        if (before != null
                && !before.equals(figure)
                && !form.typed("seen").equals(before.value().toPlainString())) {
            form.reject(
                    "value",
                    Messages.text(
                            "organizations.figure.there-is-one",
                            Italian.date(before.date()),
                            Italian.number(before.value()),
                            before.source()));
            form.with("seen", before.value().toPlainString());
            return Answer.refused(page(id, form));
        }
        try {
            boolean changed = organizations.record(id, figure);
            flash.addFlashAttribute(
                    "notice",
                    !changed
                            ? "Il dato era già così."
                            : before == null
                                    ? "Dato aggiunto."
                                    : "Dato corretto: il valore di prima resta nella storia.");
            return "redirect:/gestione/enti/" + id;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(id, form));
        }
    }

    private Optional<Figure> holding(OrganizationId id, String kind, LocalDate date) {
        return organizations.figures(List.of(id)).at(id, kind, date);
    }

    private static @Nullable Figure read(FormInput form) {
        String kind = form.required("kind", "organizations.figure.kind");
        LocalDate date = form.date("date");
        if (date == null) {
            form.reject("date", Messages.text("organizations.figure.date"));
        }
        BigDecimal value = form.decimal("value");
        if (value == null) {
            form.reject("value", Messages.text("organizations.figure.value"));
        }
        String source = form.required("source", "organizations.figure.source");
        return date == null || value == null || !form.isValid()
                ? null
                : new Figure(kind, date, value, source, form.text("mark"));
    }

    private JteModel page(OrganizationId id, FormInput form) {
        List<Option> kinds = organizations.figureKinds().stream()
                .map(kind -> new Option(kind.code(), kind.label()))
                .toList();
        return templates.organizationsFigure(form, organizations.get(id).fullName(), "/gestione/enti/" + id, kinds);
    }
}
