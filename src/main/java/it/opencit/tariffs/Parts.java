// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cost shared among the cases of a run.
 *
 * @param weight of all the participants together
 * @param shares in the order of the cases; {@code null} for who does not take part
 * @param marks of the cost and of the weights: they concern everyone's share
 */
record Parts(Euro cost, BigDecimal weight, List<@Nullable Euro> shares, List<Mark> marks) {

    /** Shares the cost; it is computed once, with the quantities of the first participant. */
    static Parts of(Component.Share share, List<Inputs> everyone, Run run) {
        List<Inputs> participants = everyone.stream()
                .filter(each -> takesPart(share, each.subject()))
                .toList();
        if (participants.isEmpty()) {
            throw new Refusal("tariffs.share.no-weight");
        }
        Inputs first = participants.getFirst();
        Euro cost = Euro.roundHalfUp(new Evaluation(run, first, first.trace()).amount(share.cost()));
        Set<Mark> marks = new LinkedHashSet<>(first.trace().marks());
        List<BigDecimal> weights = new ArrayList<>();
        for (Inputs each : participants) {
            weights.add(weight(share, each));
            each.trace().marks().forEach(mark -> marks.add(ofEveryone(mark)));
        }
        List<Euro> shares = Sharing.of(cost, weights);
        List<@Nullable Euro> inOrder = new ArrayList<>();
        int next = 0;
        for (Inputs each : everyone) {
            inOrder.add(takesPart(share, each.subject()) ? shares.get(next++) : null);
        }
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Parts(cost, total, inOrder, List.copyOf(marks));
    }

    private static boolean takesPart(Component.Share share, Subject subject) {
        return share.among().isEmpty() || share.among().contains(subject.kind());
    }

    private static BigDecimal weight(Component.Share share, Inputs participant) {
        try {
            return participant.value(share.by());
        } catch (Refusal refusal) {
            throw new Refusal("tariffs.share.weight-of", participant.subject().name(), refusal.inItalian());
        }
    }

    private static Mark ofEveryone(Mark mark) {
        return mark.label().equals(Mark.TO_CONFIRM)
                ? mark
                : new Mark(mark.label(), "dati degli enti fra cui il costo si ripartisce");
    }
}
