// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.receipts.pages.DueLinePage;
import it.opencit.receipts.pages.DueSheet;
import it.opencit.receipts.pages.PaymentRequestPage;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.List;

/** Puts a line in words, for its page and for the letter. */
final class LineSheets {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LineSheets() {}

    static DueLinePage page(DueLine line, String run, String due, String state) {
        Why why = WhyJson.read(line.why());
        return new DueLinePage(
                line.year(),
                run,
                line.beneficiaryName(),
                "/gestione/enti/" + line.beneficiary(),
                line.payerName(),
                "/gestione/estratto-conto/" + line.payer(),
                line.title(),
                line.kind().label(),
                term(line),
                line.net().inItalian(),
                line.vat().inItalian(),
                line.vatReference(),
                line.amount().inItalian(),
                line.owed().inItalian(),
                line.before().inItalian(),
                line.number() > 1,
                line.because(),
                share(why),
                due,
                state,
                why.facts().stream()
                        .map(fact -> new DueSheet.FigureLine(
                                fact.label(),
                                Italian.number(fact.value()),
                                Italian.date(fact.date()),
                                fact.source(),
                                fact.mark()))
                        .toList(),
                why.steps().stream()
                        .map(step ->
                                new DueSheet.StepLine(step.text(), exact(step.amount()), step.depth(), step.marks()))
                        .toList(),
                why.rule(),
                why.act(),
                why.warnings());
    }

    static PaymentRequestPage.Line letter(DueLine line) {
        Why why = WhyJson.read(line.why());
        return new PaymentRequestPage.Line(
                Long.toString(line.id()),
                line.heading(),
                term(line),
                line.amount().inItalian(),
                line.net().inItalian(),
                line.vat().isZero() ? "" : line.vat().inItalian(),
                line.vatReference(),
                share(why),
                line.because(),
                why.facts().stream().map(LineSheets::fact).toList(),
                why.steps().stream()
                        .map(step -> step.text() + ": " + exact(step.amount()))
                        .toList(),
                why.rule(),
                why.act());
    }

    private static String fact(Why.Fact fact) {
        String date = fact.date() == null ? "" : " al " + Italian.date(fact.date());
        String mark = fact.mark().isEmpty() ? "" : " [" + fact.mark() + "]";
        return fact.label() + date + ": " + Italian.number(fact.value()) + mark;
    }

    private static String share(Why why) {
        return why.share().compareTo(HUNDRED) == 0 ? "" : Italian.number(why.share()) + " % dell'importo";
    }

    static String term(DueLine line) {
        return "dal " + Italian.date(line.term().from()) + " al "
                + Italian.date(line.term().to());
    }

    private static String exact(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= 2 ? "€ " + Italian.money(amount) : "€ " + Italian.number(plain);
    }

    /** Some lines, each with its body and amount. */
    static List<String> objects(List<DueLine> lines) {
        return lines.stream()
                .map(line -> line.heading() + " (" + line.beneficiaryName() + "): "
                        + line.amount().inItalian())
                .toList();
    }
}
