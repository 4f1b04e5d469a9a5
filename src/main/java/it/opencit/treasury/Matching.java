// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ranks what a provvisorio may have paid among accertamenti still to be collected: by what its text quotes, who paid,
 * and how much. A pure function: the same payment and the same accertamenti give the same proposals.
 */
final class Matching {

    private static final int REFERENCE = 60;
    private static final int NUMBER = 50;
    private static final int PAYER = 40;
    private static final int NAMED = 25;
    private static final int BENEFICIARY = 20;
    private static final int SAME_AMOUNT = 30;
    private static final int SUM = 25;
    private static final int MOST = 8;

    private final Provvisorio provvisorio;
    private final Quoted quoted;
    private final Set<OrganizationId> named;
    private final Map<AccertamentoId, Set<String>> references;

    /**
     * Prepares.
     *
     * @param named bodies that the text of the payment names
     * @param references what payments may quote of each accertamento
     */
    Matching(
            Provvisorio provvisorio,
            Quoted quoted,
            Set<OrganizationId> named,
            Map<AccertamentoId, Set<String>> references) {
        this.provvisorio = provvisorio;
        this.quoted = quoted;
        this.named = named;
        this.references = references;
    }

    /** The proposals, the best first. */
    List<Proposal> among(Collection<Accertamento> open) {
        Euro left = provvisorio.residual();
        if (left.isZero()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        Map<OrganizationId, List<Accertamento>> byPayer = new LinkedHashMap<>();
        for (Accertamento accertamento : open) {
            Evidence evidence = evidence(accertamento);
            if (evidence.score() > 0) {
                byPayer.computeIfAbsent(accertamento.payer(), _ -> new ArrayList<>())
                        .add(accertamento);
            }
            single(accertamento, evidence, left, proposals);
        }
        byPayer.values().forEach(mine -> together(mine, left, proposals));
        return proposals.stream()
                .sorted(Comparator.comparingInt(Proposal::score)
                        .reversed()
                        .thenComparing(proposal -> proposal.parts().size()))
                .limit(MOST)
                .toList();
    }

    /** What tells for an accertamento, its amount apart. */
    private record Evidence(int score, List<String> reasons) {}

    private Evidence evidence(Accertamento accertamento) {
        List<String> reasons = new ArrayList<>();
        int score = 0;
        String reference = references.getOrDefault(accertamento.id(), Set.of()).stream()
                .filter(quoted.references()::contains)
                .findFirst()
                .orElse(null);
        if (reference != null) {
            score += REFERENCE;
            reasons.add(Messages.text("treasury.match.reference", reference));
        }
        if (quoted.numbers().stream().anyMatch(number -> number.means(accertamento))) {
            score += NUMBER;
            reasons.add(Messages.text("treasury.match.number", accertamento.label()));
        }
        if (accertamento.payer().equals(provvisorio.organization())) {
            score += PAYER;
            reasons.add(Messages.text("treasury.match.payer", accertamento.payerName()));
        } else if (named.contains(accertamento.payer())) {
            score += NAMED;
            reasons.add(Messages.text("treasury.match.named", accertamento.payerName()));
        } else if (accertamento.beneficiary().equals(provvisorio.organization())
                || named.contains(accertamento.beneficiary())) {
            score += BENEFICIARY;
            reasons.add(Messages.text("treasury.match.beneficiary", accertamento.beneficiaryName()));
        }
        return new Evidence(score, reasons);
    }

    private static void single(Accertamento accertamento, Evidence evidence, Euro left, List<Proposal> proposals) {
        List<String> reasons = new ArrayList<>(evidence.reasons());
        int score = evidence.score();
        Euro residual = accertamento.residual();
        int compared = left.compareTo(residual);
        if (compared == 0) {
            score += SAME_AMOUNT;
            reasons.add(Messages.text(
                    evidence.score() == 0 ? "treasury.match.only-amount" : "treasury.match.amount",
                    residual.inItalian()));
        } else if (evidence.score() == 0) {
            return;
        } else if (compared < 0) {
            reasons.add(Messages.text("treasury.match.part", residual.inItalian()));
        } else {
            reasons.add(
                    Messages.text("treasury.match.more", left.minus(residual).inItalian()));
        }
        Euro amount = compared < 0 ? left : residual;
        proposals.add(new Proposal(List.of(new Proposal.Part(accertamento, amount)), score, List.copyOf(reasons)));
    }

    private void together(List<Accertamento> mine, Euro left, List<Proposal> proposals) {
        List<Accertamento> found = Combination.of(mine, left);
        if (found.size() < 2) {
            return;
        }
        List<Evidence> evidences = found.stream().map(this::evidence).toList();
        int score = SUM + evidences.stream().mapToInt(Evidence::score).min().orElse(0);
        List<String> reasons = new ArrayList<>();
        reasons.add(Messages.text(
                "treasury.match.together", found.size(), found.getFirst().payerName(), left.inItalian()));
        evidences.stream()
                .flatMap(evidence -> evidence.reasons().stream())
                .distinct()
                .limit(3)
                .forEach(reasons::add);
        proposals.add(new Proposal(
                found.stream()
                        .map(accertamento -> new Proposal.Part(accertamento, accertamento.residual()))
                        .toList(),
                score,
                List.copyOf(reasons)));
    }
}
