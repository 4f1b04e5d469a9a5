// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.tickets.pages.BodyChoicePage;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page, reached by a signed link, on which a sender of many bodies says for which it writes. */
@Controller
@OpenToAll
class BodyChoiceController {

    private final Templates templates;
    private final BodyChoices choices;

    BodyChoiceController(Templates templates, BodyChoices choices) {
        this.templates = templates;
        this.choices = choices;
    }

    @GetMapping(BodyChoices.PATH + "{token}")
    JteModel ask(@PathVariable String token) {
        return page(token, question(token), FormInput.empty(), "");
    }

    @PostMapping(BodyChoices.PATH + "{token}")
    Object choose(@PathVariable String token, FormInput form) {
        BodyChoices.Question question = question(token);
        Long body = form.integer("body");
        if (body == null && !question.bodies().isEmpty()) {
            form.reject("body", Messages.text("tickets.incoming.body-required"));
            return Answer.refused(page(token, question, form, ""));
        }
        if (body == null || question.bodies().isEmpty()) {
            return page(token, question, FormInput.empty(), "");
        }
        try {
            List<TicketNumber> opened = Acting.as(
                    Acting.currentCentre(), Acting.PROGRAM, () -> choices.choose(question, new OrganizationId(body)));
            String numbers = opened.stream().map(number -> "n. " + number).collect(Collectors.joining(", "));
            return page(token, question(token), FormInput.empty(), numbers);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(token, question, form, ""));
        }
    }

    private BodyChoices.Question question(String token) {
        return choices.question(token).orElseThrow(() -> new NotFound("Link to choose a body"));
    }

    private JteModel page(String token, BodyChoices.Question question, FormInput form, String opened) {
        return templates.ticketsBodyChoice(
                new BodyChoicePage(
                        BodyChoices.PATH + token,
                        question.sender(),
                        question.subject(),
                        question.bodies().stream()
                                .map(body -> new Option(body.id().toString(), body.fullName()))
                                .toList(),
                        opened),
                form);
    }
}
