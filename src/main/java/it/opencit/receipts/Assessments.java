// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Act;
import it.opencit.treasury.NewAccertamento;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Turns approved lines into income: what is owed more is assessed, what is owed less is taken away from what was assessed
 * and not collected; the rest is a credit of the payer.
 */
@Component
class Assessments {

    private final Treasury treasury;
    private final CreditStore credits;

    Assessments(Treasury treasury, CreditStore credits) {
        this.treasury = treasury;
        this.credits = credits;
    }

    /** The lines that become accertamenti, in the order of their numbers: by name of the body, then kind and title. */
    static List<DueLine> inOrder(List<DueLine> lines) {
        return lines.stream()
                .filter(line -> line.amount().cents() > 0)
                .sorted(Comparator.comparing(DueLine::beneficiaryName)
                        .thenComparing(DueLine::kind)
                        .thenComparing(DueLine::title)
                        .thenComparing(line -> line.term().from())
                        .thenComparing(DueLine::id))
                .toList();
    }

    /** @param due the last day to pay, as far as it is known */
    void assess(Approval approval, List<DueLine> lines, LocalDate due) {
        Act act = new Act(approval.actKind(), approval.actNumber(), approval.actDate());
        List<NewAccertamento> found = new ArrayList<>();
        for (DueLine line : inOrder(lines)) {
            Long first = approval.firstAccertamento();
            found.add(new NewAccertamento(
                    first == null ? null : Long.toString(first + found.size()),
                    approval.fiscalYear(),
                    approval.fiscalYear(),
                    act,
                    line.beneficiary(),
                    line.beneficiaryName(),
                    line.payer(),
                    line.payerName(),
                    line.object(),
                    approval.chapter(),
                    line.amount(),
                    due,
                    line.source()));
        }
        if (!found.isEmpty()) {
            treasury.assess(found);
        }
        reduce(lines.stream().filter(line -> line.amount().isNegative()).toList(), act);
    }

    private void reduce(List<DueLine> inFavour, Act act) {
        List<String> sources = inFavour.stream().flatMap(Assessments::earlier).toList();
        Map<String, Accertamento> assessed = treasury.bySources(sources).stream()
                .collect(Collectors.toMap(Accertamento::source, Function.identity()));
        Map<Long, Euro> left = new HashMap<>();
        for (DueLine line : inFavour) {
            Euro rest = line.amount().negated();
            for (String source : earlier(line).toList()) {
                Accertamento accertamento = assessed.get(source);
                if (accertamento == null || rest.isZero()) {
                    continue;
                }
                Euro by = rest.compareTo(accertamento.residual()) < 0 ? rest : accertamento.residual();
                if (!by.isZero()) {
                    treasury.reduce(
                            accertamento.id(), by, act, "Rettifica del dovuto " + line.year() + ": " + line.because());
                    rest = rest.minus(by);
                }
            }
            if (!rest.isZero()) {
                left.put(line.id(), rest);
            }
        }
        credits.insert(
                inFavour.stream().filter(line -> left.containsKey(line.id())).toList(), left);
    }

    /** The accertamenti of the same thing and payer, the latest first. */
    private static Stream<String> earlier(DueLine line) {
        return Stream.iterate(line.number() - 1, number -> number > 0, number -> number - 1)
                .map(number -> DueLine.source(line.year(), number, line.key(), line.payer()));
    }
}
