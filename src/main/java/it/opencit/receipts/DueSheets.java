// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.receipts.pages.DueSheet;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.Act;
import it.opencit.tariffs.Figure;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Mark;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Step;
import it.opencit.tariffs.Tariff;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a due in words, for the page and for the document. */
final class DueSheets {

    private DueSheets() {}

    static DueSheet of(MembershipDue due, FigureKinds kinds) {
        Tariff tariff = due.tariff();
        Euro amount = due.amount();
        List<Step> steps = due.outcome() instanceof Outcome.Computed computed ? computed.steps() : List.of();
        List<Mark> marks = due.outcome() instanceof Outcome.Computed computed ? computed.marks() : List.of();
        return new DueSheet(
                due.beneficiary().id().toString(),
                due.beneficiary().fullName(),
                due.year(),
                amount == null ? "" : amount.inItalian(),
                due.refusal(),
                due.scheme(),
                membership(due),
                Stream.concat(
                                due.figures().stream().map(figure -> line(figure, kinds)),
                                due.values().stream().map(value -> line(value, due)))
                        .toList(),
                steps.stream()
                        .map(step -> new DueSheet.StepLine(
                                step.text(), exact(step.amount()), step.depth(), labels(step.marks())))
                        .toList(),
                tariff == null ? "" : tariff.title(),
                act(tariff == null ? null : tariff.act()),
                tariff == null ? "" : "dal " + Italian.date(tariff.validFrom()) + until(tariff),
                tariff == null ? List.of() : tariff.notes(),
                marks.stream().map(mark -> mark.label() + ": " + mark.note()).toList(),
                due.payers().stream()
                        .map(payer -> new DueSheet.PayerLine(
                                payer.name(), payer.amount().inItalian()))
                        .toList());
    }

    private static DueSheet.FigureLine line(Figure figure, FigureKinds kinds) {
        return new DueSheet.FigureLine(
                kinds.plural(figure.kind()),
                Italian.number(figure.value()),
                Italian.date(figure.date()),
                orEmpty(figure.source()),
                orEmpty(figure.mark()));
    }

    /** A value of the whole centre stands beside the figures of the body. */
    private static DueSheet.FigureLine line(YearValue value, MembershipDue due) {
        Tariff tariff = due.tariff();
        String label = tariff == null
                ? value.quantity()
                : tariff.quantities().stream()
                        .filter(quantity -> quantity.key().equals(value.quantity()))
                        .map(Quantity::label)
                        .findFirst()
                        .orElse(value.quantity());
        return new DueSheet.FigureLine(
                label, Italian.number(value.value()), "anno " + value.year(), value.source(), "");
    }

    private static String until(Tariff tariff) {
        return tariff.validTo() == null ? "" : " al " + Italian.date(tariff.validTo());
    }

    private static String membership(MembershipDue due) {
        String from = "dal " + Italian.date(due.membership().from());
        return due.membership().to() == null
                ? from
                : from + " al " + Italian.date(due.membership().to());
    }

    /** With what else is worth knowing of it; "" for none. */
    static String act(@Nullable Act act) {
        if (act == null) {
            return "";
        }
        return act.inItalian() + (act.text() == null ? "" : ". " + act.text());
    }

    /** Two decimals, or more when a partial result is not yet rounded. */
    private static String exact(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= 2 ? "€ " + Italian.money(amount) : "€ " + Italian.number(plain);
    }

    private static String labels(List<Mark> marks) {
        return marks.stream().map(Mark::label).distinct().collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
