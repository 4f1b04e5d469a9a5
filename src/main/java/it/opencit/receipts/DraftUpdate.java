// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a draft passes from what it held to what it holds now, writing only what differs.
 *
 * @param removed identifiers of lines that are gone or replaced
 * @param replaced those of them in whose place there is another
 */
record DraftUpdate(
        Map<LineKey, DueLineStore.Kept> kept, List<DraftLine> added, List<Long> removed, List<Long> replaced) {

    static DraftUpdate of(Map<LineKey, DueLineStore.Kept> kept, List<DraftLine> lines) {
        Map<LineKey, DueLineStore.Kept> gone = new HashMap<>(kept);
        List<DraftLine> added = new ArrayList<>();
        List<Long> replaced = new ArrayList<>();
        for (DraftLine line : lines) {
            DueLineStore.Kept old = gone.remove(line.key());
            if (old == null || !old.print().equals(line.print())) {
                added.add(line);
                if (old != null) {
                    replaced.add(old.id());
                }
            }
        }
        List<Long> removed = new ArrayList<>(replaced);
        gone.values().forEach(old -> removed.add(old.id()));
        return new DraftUpdate(kept, added, removed, replaced);
    }

    /** What changed, and why. */
    List<DuesChange> changes(
            Map<Long, Why> before, List<Gap> gapsBefore, List<Gap> gapsNow, Function<OrganizationId, String> names) {
        Map<String, Gap> filled = gapsBefore.stream().collect(Collectors.toMap(Gap::key, gap -> gap));
        Map<String, Gap> opened = gapsNow.stream().collect(Collectors.toMap(Gap::key, gap -> gap));
        Map<LineKey, DueLineStore.Kept> gone = new HashMap<>(kept);
        Map<String, OrganizationId> newPayers = new HashMap<>();
        added.stream()
                .filter(line -> !kept.containsKey(line.key()))
                .forEach(line -> newPayers.put(line.claim().key(), line.claim().payer()));
        Set<Long> without = new HashSet<>(removed);
        replaced.forEach(without::remove);
        gone.values().removeIf(old -> !without.contains(old.id()));
        Map<String, OrganizationId> oldPayers = new HashMap<>();
        gone.keySet().forEach(key -> oldPayers.put(key.key(), key.payer()));
        List<DuesChange> changes = new ArrayList<>();
        for (DraftLine line : added) {
            DueLineStore.Kept old = kept.get(line.key());
            changes.add(change(line, old, because(line, old, before, filled, oldPayers, names)));
        }
        gone.forEach((key, old) -> {
            Gap gap = opened.get(key.key());
            OrganizationId follower = newPayers.get(key.key());
            changes.add(new DuesChange(
                    key.key(),
                    old.beneficiary(),
                    key.payer(),
                    old.title(),
                    old.owed(),
                    null,
                    gap != null
                            ? "non si può più calcolare: " + gap.reason()
                            : follower != null
                                    ? Because.payer(names.apply(key.payer()), names.apply(follower))
                                    : "non è più dovuta"));
        });
        return changes;
    }

    private static DuesChange change(DraftLine line, DueLineStore.@Nullable Kept old, String because) {
        Claim claim = line.claim();
        return new DuesChange(
                claim.key(),
                claim.beneficiary(),
                claim.payer(),
                claim.title(),
                old == null ? null : old.owed(),
                claim.amount(),
                because);
    }

    private static String because(
            DraftLine line,
            DueLineStore.@Nullable Kept old,
            Map<Long, Why> before,
            Map<String, Gap> filled,
            Map<String, OrganizationId> oldPayers,
            Function<OrganizationId, String> names) {
        if (old != null) {
            Why why = Objects.requireNonNull(before.get(old.id()));
            return String.join(
                    "; ", Because.between(why, WhyJson.read(line.claim().why())));
        }
        if (filled.containsKey(line.claim().key())) {
            return "ora si può calcolare";
        }
        OrganizationId payer = oldPayers.get(line.claim().key());
        return payer == null
                ? "voce nuova"
                : Because.payer(names.apply(payer), names.apply(line.claim().payer()));
    }
}
