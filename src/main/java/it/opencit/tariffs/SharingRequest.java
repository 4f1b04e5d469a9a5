// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A cost to share, as a program asks it.
 *
 * @param keys of the participants, in the order given
 * @param weights of the same participants
 */
record SharingRequest(Euro cost, List<String> keys, List<BigDecimal> weights) {

    /**
     * Reads a request.
     *
     * @throws Refusal naming the field at fault
     */
    static SharingRequest read(JsonNode body) {
        JsonCursor in = new JsonCursor("", body).only("cost", "weights");
        Euro cost = in.get("cost").amount();
        Set<String> seen = new HashSet<>();
        List<String> keys = new ArrayList<>();
        List<BigDecimal> weights = in.list("weights", each -> {
            each.only("key", "weight");
            String key = each.get("key").text();
            if (!seen.add(key)) {
                throw each.get("key").refuseAs("tariffs.api.key.twice", key);
            }
            keys.add(key);
            BigDecimal weight = each.get("weight").number();
            if (weight.signum() < 0) {
                throw each.get("weight").refuseAs("tariffs.api.negative", Italian.number(weight));
            }
            return weight;
        });
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            throw Refusal.inField("weights", "tariffs.share.no-weight");
        }
        return new SharingRequest(cost, keys, weights);
    }
}
