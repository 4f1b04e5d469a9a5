// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.ClosingPlan.Planned;
import it.opencit.campaigns.ClosingRule.Ruling;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Subscriptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Closes a campaign by rule. First no answer is taken any more; then each sheet is settled in a transaction of its own, and
 * every line keeps what became of it: closed twice, or again after it was interrupted, nothing happens twice.
 */
@Service
class Closing {

    private final CampaignStore campaigns;
    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final Invitations invitations;
    private final LineActs acts;
    private final BodyFacts facts;
    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final TransactionOperations transaction;
    private final Clock clock;

    Closing(
            CampaignStore campaigns,
            CampaignSheetStore sheets,
            LineStore lines,
            Invitations invitations,
            LineActs acts,
            BodyFacts facts,
            Subscriptions subscriptions,
            Catalogue catalogue,
            TransactionOperations transaction,
            Clock clock) {
        this.campaigns = campaigns;
        this.sheets = sheets;
        this.lines = lines;
        this.invitations = invitations;
        this.acts = acts;
        this.facts = facts;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What closing would do today, services that began since the opening included. */
    ClosingPlan plan(CampaignId id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Campaign campaign = campaigns.find(id).orElseThrow(() -> new NotFound("Campaign " + id));
            if (campaign.stage() == CampaignStage.OPEN) {
                invitations.completeAll(campaign);
            }
            return planned(id);
        }));
    }

    /**
     * Closes a campaign as its plan says.
     *
     * @param digest of the plan that was confirmed
     * @param by user name
     * @throws Refusal when the campaign is not open, or answers have come since the plan was made
     */
    void close(CampaignId id, String digest, String by) {
        transaction.executeWithoutResult(_ -> {
            Campaign campaign = campaigns.lock(id).orElseThrow(() -> new NotFound("Campaign " + id));
            CampaignStage next = campaign.stage().after(CampaignAct.BEGIN_CLOSING);
            invitations.completeAll(campaign);
            if (!planned(id).digest().equals(digest)) {
                throw new Refusal("campaigns.closing.changed");
            }
            campaigns.save(new Campaign(id, campaign.details(), next, clock.instant(), by, campaign.version()));
        });
        goOn(id);
    }

    /** Settles what is not settled yet of a campaign whose closing began, and ends it. */
    void goOn(CampaignId id) {
        Campaign campaign = Objects.requireNonNull(
                transaction.execute(_ -> campaigns.find(id).orElseThrow(() -> new NotFound("Campaign " + id))));
        if (campaign.stage() != CampaignStage.CLOSING) {
            return;
        }
        Map<SubscriptionId, SubscriptionStage> stages = stages();
        Map<OfferingId, Offering> offerings = offerings();
        for (Sheet sheet : Objects.requireNonNull(transaction.execute(_ -> sheets.of(id)))) {
            settle(campaign, sheet.id(), stages, offerings);
        }
        transaction.executeWithoutResult(_ -> {
            Campaign closing = campaigns.lock(id).orElseThrow();
            if (closing.stage() == CampaignStage.CLOSING) {
                campaigns.save(new Campaign(
                        id,
                        closing.details(),
                        closing.stage().after(CampaignAct.FINISH_CLOSING),
                        closing.closedAt(),
                        closing.closedBy(),
                        closing.version()));
            }
        });
    }

    /** The whole sheet at once; where a line cannot be, one after the other, and that one waits for somebody. */
    void settle(
            Campaign campaign,
            SheetId sheet,
            Map<SubscriptionId, SubscriptionStage> stages,
            Map<OfferingId, Offering> offerings) {
        try {
            transaction.executeWithoutResult(_ -> {
                Sheet locked = sheets.lock(sheet);
                unsettled(sheet).forEach(line -> settle(campaign, locked, line, stages, offerings));
                facts.passOn(campaign, locked);
            });
        } catch (Refusal | DataAccessException someLineCannot) {
            List<Line> open = Objects.requireNonNull(transaction.execute(_ -> unsettled(sheet)));
            open.forEach(line -> settleAlone(campaign, sheet, line.id(), stages, offerings));
            transaction.executeWithoutResult(_ -> facts.passOn(campaign, sheets.lock(sheet)));
        }
    }

    private void settleAlone(
            Campaign campaign,
            SheetId sheet,
            long id,
            Map<SubscriptionId, SubscriptionStage> stages,
            Map<OfferingId, Offering> offerings) {
        try {
            transaction.executeWithoutResult(_ -> {
                Sheet locked = sheets.lock(sheet);
                unsettled(sheet).stream()
                        .filter(line -> line.id() == id)
                        .forEach(line -> settle(campaign, locked, line, stages, offerings));
            });
        } catch (Refusal refusal) {
            undecided(sheet, id, refusal.inItalian());
        } catch (DataAccessException failure) {
            undecided(sheet, id, Messages.text("campaigns.why.changed"));
        }
    }

    private void undecided(SheetId sheet, long id, String why) {
        transaction.executeWithoutResult(_ -> {
            sheets.lock(sheet);
            unsettled(sheet).stream()
                    .filter(line -> line.id() == id)
                    .forEach(line -> lines.settle(id, LineOutcome.TO_DECIDE, why, null, clock.instant()));
        });
    }

    private void settle(
            Campaign campaign,
            Sheet sheet,
            Line line,
            Map<SubscriptionId, SubscriptionStage> stages,
            Map<OfferingId, Offering> offerings) {
        Ruling ruling = ruling(sheet, line, offering(offerings, line), stages);
        SubscriptionId requested = acts.carryOut(campaign, sheet, line, ruling.outcome(), "");
        String why = ruling.why().isEmpty() ? "" : Messages.text(ruling.why());
        lines.settle(line.id(), ruling.outcome(), why, requested, clock.instant());
    }

    private List<Line> unsettled(SheetId sheet) {
        return lines.of(sheet).stream().filter(line -> line.outcome() == null).toList();
    }

    private ClosingPlan planned(CampaignId id) {
        Map<SubscriptionId, SubscriptionStage> stages = stages();
        Map<OfferingId, Offering> offerings = offerings();
        List<Sheet> all = sheets.of(id);
        Map<SheetId, Sheet> byId = all.stream().collect(Collectors.toMap(Sheet::id, Function.identity()));
        List<Planned> planned = new ArrayList<>();
        for (Line line : lines.of(id)) {
            Sheet sheet = Objects.requireNonNull(byId.get(line.sheet()));
            if (line.outcome() == null) {
                Offering offering = offering(offerings, line);
                planned.add(new Planned(sheet, line, offering, ruling(sheet, line, offering, stages)));
            }
        }
        long answered = all.stream()
                .filter(sheet -> sheet.state().stage() == SheetStage.ANSWERED)
                .count();
        return new ClosingPlan(planned, answered, all.size() - answered);
    }

    private static Ruling ruling(
            Sheet sheet, Line line, Offering offering, Map<SubscriptionId, SubscriptionStage> stages) {
        boolean sent = sheet.state().stage() == SheetStage.ANSWERED;
        SubscriptionId used = line.subscription();
        @Nullable SubscriptionStage stage = used == null ? null : stages.get(used);
        return ClosingRule.of(
                new ClosingRule.Facts(line.isInUse(), offering.continuation(), sent ? line.answer() : null, stage));
    }

    private Map<SubscriptionId, SubscriptionStage> stages() {
        return subscriptions.running().stream()
                .collect(Collectors.toMap(SubscriptionSummary::id, SubscriptionSummary::stage));
    }

    private Map<OfferingId, Offering> offerings() {
        return catalogue.offerings().stream().collect(Collectors.toMap(Offering::id, Function.identity()));
    }

    private static Offering offering(Map<OfferingId, Offering> offerings, Line line) {
        return Objects.requireNonNull(offerings.get(line.offering()), () -> "No offering " + line.offering());
    }
}
