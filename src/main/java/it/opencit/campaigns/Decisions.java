// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.subscriptions.SubscriptionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What the centre decides about lines that wait for it, one or many. Each is a transaction of its own. */
@Service
class Decisions {

    private final CampaignStore campaigns;
    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final LineActs acts;
    private final TransactionOperations transaction;
    private final Clock clock;

    Decisions(
            CampaignStore campaigns,
            CampaignSheetStore sheets,
            LineStore lines,
            LineActs acts,
            TransactionOperations transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.acts = acts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of some decisions.
     *
     * @param refused why those that could not be could not; they wait still
     */
    record Made(int done, List<String> refused) {}

    /** @throws Refusal when no line or no reason is given */
    Made decide(CampaignId id, Collection<Long> chosen, Decision decision, String reason) {
        if (chosen.isEmpty()) {
            throw Refusal.inField("lines", "campaigns.decision.none");
        }
        if (reason.isBlank()) {
            throw Refusal.inField("reason", "campaigns.decision.reason");
        }
        int done = 0;
        List<String> refused = new ArrayList<>();
        for (long line : chosen) {
            try {
                if (Objects.requireNonNull(transaction.execute(_ -> decide(id, line, decision, reason)))) {
                    done++;
                }
            } catch (Refusal refusal) {
                refused.add(refusal.inItalian());
            } catch (DataAccessException failure) {
                refused.add(Messages.text("campaigns.why.changed"));
            }
        }
        return new Made(done, refused.stream().distinct().toList());
    }

    private boolean decide(CampaignId id, long chosen, Decision decision, String reason) {
        Campaign campaign = campaigns.find(id).orElseThrow(() -> new NotFound("Campaign " + id));
        Line line = lines.lock(id, chosen).orElseThrow(() -> new NotFound("Line " + chosen));
        if (line.outcome() != LineOutcome.TO_DECIDE) {
            return false; // somebody decided meanwhile
        }
        if (!decision.suits(line)) {
            throw new Refusal("campaigns.decision.cannot", decision.label());
        }
        Sheet sheet = sheets.lock(line.sheet());
        SubscriptionId requested = acts.carryOut(campaign, sheet, line, decision.outcome(), reason);
        lines.settle(line.id(), decision.outcome(), reason, requested, clock.instant());
        return true;
    }
}
