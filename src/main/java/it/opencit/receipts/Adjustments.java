// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a draft holds: everything that is owed and was not approved yet, and for what was, the difference. So what is
 * approved in a year always adds up to what is owed.
 *
 * @param approved sums of the lines approved in the year
 * @param last the last approved line of each key asked for, explanation included
 * @param names of payers
 */
record Adjustments(
        Map<LineKey, Owed> approved,
        Function<Collection<LineKey>, Map<LineKey, Claim>> last,
        Function<OrganizationId, String> names) {

    /** In order of key and payer. */
    List<DraftLine> lines(Computation now) {
        Map<LineKey, Claim> claims = new HashMap<>(now.claims().size() * 2);
        now.claims().forEach(claim -> {
            if (claims.put(claim.lineKey(), claim) != null) {
                throw new IllegalStateException("Twice in a computation: " + claim.lineKey());
            }
        });
        Set<LineKey> changed = changed(now, claims);
        Map<LineKey, Claim> before = changed.isEmpty() ? Map.of() : last.apply(changed);
        Map<String, LineKey> gone = new HashMap<>();
        changed.stream().filter(key -> !claims.containsKey(key)).forEach(key -> gone.put(key.key(), key));
        Map<String, LineKey> added = new HashMap<>();
        List<DraftLine> lines = new ArrayList<>(now.claims().size());
        for (Claim claim : now.claims()) {
            LineKey key = claim.lineKey();
            Owed owed = approved.get(key);
            if (owed == null) {
                added.put(key.key(), key);
                lines.add(
                        new DraftLine(claim, Owed.NOTHING, approved.isEmpty() ? "" : added(gone.get(key.key()), key)));
            } else if (changed.contains(key)) {
                String because = String.join("; ", Because.between(why(before, key), WhyJson.read(claim.why())));
                lines.add(new DraftLine(claim, owed, because));
            }
        }
        for (LineKey key : changed) {
            if (!claims.containsKey(key)) {
                Owed owed = Objects.requireNonNull(approved.get(key));
                lines.add(new DraftLine(nothing(known(before, key)), owed, gone(key, added.get(key.key()))));
            }
        }
        lines.sort(Comparator.comparing(DraftLine::key));
        return lines;
    }

    /** Approved lines that would be another amount today. What cannot be computed today stays as it was approved. */
    private Set<LineKey> changed(Computation now, Map<LineKey, Claim> claims) {
        Set<String> gaps = new HashSet<>();
        now.gaps().forEach(gap -> gaps.add(gap.key()));
        Set<LineKey> changed = new TreeSet<>();
        approved.forEach((key, owed) -> {
            Claim claim = claims.get(key);
            Owed today = claim == null ? Owed.NOTHING : new Owed(claim.amount(), claim.vat());
            if (!gaps.contains(key.key()) && !today.minus(owed).isZero()) {
                changed.add(key);
            }
        });
        return changed;
    }

    private String added(@Nullable LineKey inPlaceOf, LineKey key) {
        return inPlaceOf == null
                ? "voce nuova"
                : Because.payer(names.apply(inPlaceOf.payer()), names.apply(key.payer()));
    }

    private String gone(LineKey key, @Nullable LineKey follower) {
        return follower == null
                ? "non è più dovuta"
                : Because.payer(names.apply(key.payer()), names.apply(follower.payer()));
    }

    private static Why why(Map<LineKey, Claim> before, LineKey key) {
        return WhyJson.read(known(before, key).why());
    }

    private static Claim known(Map<LineKey, Claim> before, LineKey key) {
        Claim claim = before.get(key);
        if (claim == null) {
            throw new IllegalStateException("Approved, yet not found: " + key);
        }
        return claim;
    }

    private static Claim nothing(Claim approved) {
        return new Claim(
                approved.key(),
                approved.kind(),
                approved.beneficiary(),
                approved.payer(),
                approved.title(),
                approved.term(),
                approved.tariff(),
                approved.tariffVersion(),
                Euro.ZERO,
                Euro.ZERO,
                approved.vatReference(),
                approved.warnings(),
                approved.why());
    }
}
