// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.OpinionPage;
import java.util.List;
import java.util.Optional;

/** The page on which an opinion is given, the same with a link and in a body's area. */
final class OpinionForm {

    private static final List<Option> SCORES = List.of(
            new Option("1", "1, per niente"),
            new Option("2", "2, poco"),
            new Option("3", "3, abbastanza"),
            new Option("4", "4, molto"),
            new Option("5", "5, moltissimo"));

    private OpinionForm() {}

    static FormInput of(Optional<Opinion> before) {
        FormInput form = FormInput.empty();
        before.ifPresent(one -> form.with("score", one.score()).with("text", one.text()));
        return form;
    }

    static OpinionPage page(
            String action,
            String back,
            TicketNumber number,
            String title,
            FormInput form,
            Optional<Opinion> before,
            boolean mayGive) {
        return new OpinionPage(
                action,
                back,
                number.toString(),
                title,
                form,
                SCORES,
                before.map(one -> Italian.moment(one.changed())).orElse(""),
                before.map(one -> Italian.moment(one.given().plus(Opinions.MAY_CHANGE)))
                        .orElse(""),
                mayGive);
    }

    /** Gives what was typed; whether it was kept. */
    static boolean give(Opinions opinions, TicketNumber number, FormInput form, String author) {
        String score = form.textOrEmpty("score");
        if (!score.matches("[1-5]")) {
            form.reject("score", Messages.text("tickets.opinion.score"));
            return false;
        }
        try {
            opinions.give(number, Long.parseLong(score), form.typed("text"), author);
            return true;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return false;
        }
    }
}
