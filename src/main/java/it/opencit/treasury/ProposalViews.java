// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.treasury.pages.ProposalView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Proposals on pages, and as forms send them back: what was shown is what is done, or nothing is. */
final class ProposalViews {

    private static final Pattern KEY = Pattern.compile("\\d{1,18}=\\d{1,15}(,\\d{1,18}=\\d{1,15}){0,99}");

    private ProposalViews() {}

    static ProposalView of(Proposal proposal) {
        return new ProposalView(
                key(proposal),
                proposal.amount().inItalian(),
                proposal.isStrong(),
                proposal.parts().stream()
                        .map(part -> new ProposalView.Part(
                                part.accertamento().label(),
                                Addresses.of(part.accertamento().id()),
                                part.accertamento().payerName(),
                                part.accertamento().object(),
                                part.amount().inItalian(),
                                part.accertamento().residual().inItalian()))
                        .toList(),
                proposal.reasons());
    }

    private static String key(Proposal proposal) {
        return proposal.parts().stream()
                .map(part -> part.accertamento().id() + "=" + part.amount().cents())
                .collect(Collectors.joining(","));
    }

    /** The amounts of a key. */
    static Map<AccertamentoId, Euro> amounts(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refusal("treasury.proposal.unreadable");
        }
        Map<AccertamentoId, Euro> amounts = new LinkedHashMap<>();
        for (String part : key.split(",")) {
            String[] sides = part.split("=");
            amounts.put(AccertamentoId.valueOf(sides[0]), new Euro(Long.parseLong(sides[1])));
        }
        return amounts;
    }
}
