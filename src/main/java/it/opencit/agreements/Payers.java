// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Percentage;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who pays for whom: in no year do the others take more than the whole of a quota. */
@Service
@Transactional
class Payers {

    private final PayerStore payers;
    private final AccessionStore accessions;

    Payers(PayerStore payers, AccessionStore accessions) {
        this.payers = payers;
        this.accessions = accessions;
    }

    void add(AccessionId accession, PayerRule rule) {
        List<PayerRule> others =
                payers.lock(accession).stream().map(StoredPayer::rule).toList();
        check(rule, others);
        if (accessions.find(accession).orElseThrow().organization().equals(rule.payer())) {
            throw Refusal.inField("payer", "agreements.payer.itself");
        }
        payers.add(accession, rule);
    }

    void remove(AccessionId accession, long rule) {
        payers.remove(accession, rule);
    }

    /** Whether a rule can stand beside the others. */
    static void check(PayerRule rule, List<PayerRule> others) {
        List<PayerRule> sameYears = others.stream().filter(rule::overlaps).toList();
        if (sameYears.stream().anyMatch(other -> other.payer().equals(rule.payer()))) {
            throw Refusal.inField("payer", "agreements.payer.twice");
        }
        // the sum of the shares changes only where a rule begins
        BigDecimal highest = Stream.concat(Stream.of(rule), sameYears.stream())
                .map(PayerRule::fromYear)
                .filter(rule::holdsIn)
                .map(year -> total(rule, sameYears, year))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        if (highest.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Refusal.inField("share", "agreements.payer.too-much", new Percentage(highest).inItalian());
        }
    }

    private static BigDecimal total(PayerRule rule, List<PayerRule> others, int year) {
        return others.stream()
                .filter(other -> other.holdsIn(year))
                .map(other -> other.share().value())
                .reduce(rule.share().value(), BigDecimal::add);
    }
}
