// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.ClosingRule.Ruling;
import it.opencit.catalogue.Offering;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What closing a campaign would do, line by line.
 *
 * @param unanswered how many sheets were not sent
 */
record ClosingPlan(List<Planned> lines, long answered, long unanswered) {

    /** A line and what is to become of it. */
    record Planned(Sheet sheet, Line line, Offering offering, Ruling ruling) {}

    Map<LineOutcome, Long> counts() {
        Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        lines.forEach(planned -> counts.merge(planned.ruling().outcome(), 1L, Long::sum));
        return counts;
    }

    List<Planned> with(LineOutcome outcome) {
        return lines.stream()
                .filter(planned -> planned.ruling().outcome() == outcome)
                .toList();
    }

    /** By which a person confirms this plan and no other. */
    String digest() {
        var text = new StringBuilder().append(answered).append('/').append(unanswered);
        lines.forEach(planned -> text.append('|')
                .append(planned.line().id())
                .append(planned.ruling().outcome())
                .append(planned.line().quantities()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
