// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.campaigns.pages.SheetPage;
import it.opencit.campaigns.pages.SheetPage.FigureLine;
import it.opencit.campaigns.pages.SheetPage.QuantityField;
import it.opencit.campaigns.pages.SheetPage.QuestionLine;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Figure;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.SubscriptionSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page where a sheet is filled in. */
@Component
class SheetPages {

    private final Clock clock;

    SheetPages(Clock clock) {
        this.clock = clock;
    }

    SheetPage page(
            Questionnaire asked,
            SheetAnswers written,
            FormInput form,
            String action,
            Map<String, String> theirs,
            List<Option> channels) {
        Map<OfferingId, LineReply> replies =
                written.lines().stream().collect(Collectors.toMap(LineReply::offering, Function.identity()));
        Sheet sheet = asked.sheet();
        SheetState.Saved saved = sheet.state().saved();
        return new SheetPage(
                asked.campaign().title(),
                asked.body().fullName(),
                action,
                asked.campaign().details().text(),
                deadline(asked.campaign(), sheet),
                saved == null ? "" : Italian.moment(saved.at()) + ", " + saved.by(),
                asked.inUse().stream()
                        .map(question -> line(
                                asked, question, replies.get(question.offering().id())))
                        .toList(),
                asked.others().stream()
                        .map(question -> line(
                                asked, question, replies.get(question.offering().id())))
                        .toList(),
                asked.waiting(),
                asked.figures().stream().map(SheetPages::figure).toList(),
                SheetForm.rows(form),
                Stream.concat(
                                Stream.of(new Option("", "Scegli")),
                                Arrays.stream(PersonRole.values()).map(role -> new Option(role.name(), role.label())))
                        .toList(),
                theirs,
                channels);
    }

    /** What somebody else saved where something else was typed, as it is read. */
    static Map<String, String> differences(FormInput saved, FormInput typed) {
        Map<String, String> differences = new LinkedHashMap<>();
        saved.values().forEach((field, value) -> {
            if (!field.equals("version")
                    && !value.strip().equals(typed.typed(field).strip())) {
                differences.put(field, readable(field, value));
            }
        });
        typed.values().keySet().stream()
                .filter(field ->
                        field.startsWith("answer-") && saved.typed(field).isEmpty())
                .filter(field -> !typed.typed(field).isEmpty())
                .forEach(field -> differences.put(field, "nessuna risposta"));
        return differences;
    }

    private static String readable(String field, String value) {
        if (value.isEmpty()) {
            return "vuoto";
        }
        return field.startsWith("answer-") ? LineAnswer.valueOf(value).label() : value;
    }

    String deadline(Campaign campaign, Sheet sheet) {
        LocalDate last = sheet.lastDay(campaign);
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), last);
        return Italian.date(last) + (days < 0 ? "" : " (" + Messages.text("campaigns.days-left", days) + ")");
    }

    private static QuestionLine line(Questionnaire asked, Question question, @Nullable LineReply reply) {
        SubscriptionSummary service = question.service();
        return new QuestionLine(
                question.field(),
                question.offering().title(),
                question.offering().summary(),
                service == null ? "" : has(question, service),
                SheetSummaries.cost(asked, question, reply).text(),
                service == null
                        ? ""
                        : Messages.text(
                                switch (question.offering().continuation()) {
                                    case TACIT -> "campaigns.rule.tacit";
                                    case CONFIRMED -> "campaigns.rule.confirmed";
                                    case NONE -> "campaigns.rule.none";
                                }),
                question.answers().stream()
                        .map(answer -> new Option(answer.name(), answer.label()))
                        .toList(),
                question.quantities().stream()
                        .map(quantity -> new QuantityField(question.quantityField(quantity.key()), quantity.label()))
                        .toList(),
                question.variantField(),
                question.variants().isEmpty()
                        ? List.of()
                        : Stream.concat(
                                        Stream.of(new Option("", "Scegli")),
                                        question.variants().stream().map(variant -> new Option(variant, variant)))
                                .toList(),
                question.noteField());
    }

    private static String has(Question question, SubscriptionSummary service) {
        return Stream.of(service.variant(), SheetSummaries.quantities(question, service.quantities()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static FigureLine figure(Questionnaire.FigureQuestion figure) {
        Figure known = figure.known();
        return new FigureLine(
                figure.field(),
                figure.kind().label(),
                known == null
                        ? "Il centro non ha ancora questo dato."
                        : "Il centro conosce " + Italian.number(known.value()) + " (" + known.source() + ", "
                                + Italian.date(known.date()) + "): conferma o correggi.");
    }
}
