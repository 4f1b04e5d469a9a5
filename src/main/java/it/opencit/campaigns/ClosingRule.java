// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.Continuation;
import it.opencit.subscriptions.SubscriptionStage;
import org.jspecify.annotations.Nullable;

/** What becomes of a service when a campaign is closed. */
final class ClosingRule {

    private ClosingRule() {}

    /**
     * What decides.
     *
     * @param inUse whether the sheet shows it as in use
     * @param answer {@code null} without one; what was saved and not sent is no answer
     * @param stage of the service in use today; {@code null} when it is in use no more
     */
    record Facts(
            boolean inUse,
            Continuation continuation,
            @Nullable LineAnswer answer,
            @Nullable SubscriptionStage stage) {}

    /**
     * What is to be done.
     *
     * @param why key of the sentence that says why; "" when it follows from the answer
     */
    record Ruling(LineOutcome outcome, String why) {

        static Ruling of(LineOutcome outcome) {
            return new Ruling(outcome, "");
        }
    }

    static Ruling of(Facts line) {
        if (!line.inUse()) {
            return Ruling.of(line.answer() == LineAnswer.INTERESTED ? LineOutcome.REQUESTED : LineOutcome.NOTHING);
        }
        if (line.stage() == SubscriptionStage.IN_TERMINATION) {
            return new Ruling(LineOutcome.NOTHING, "campaigns.why.in-termination");
        }
        if (line.stage() != SubscriptionStage.ACTIVE) {
            return new Ruling(LineOutcome.NOTHING, "campaigns.why.ended");
        }
        return switch (line.answer()) {
            case RENEW -> Ruling.of(LineOutcome.RENEWED);
            case MORE -> Ruling.of(LineOutcome.MORE_ASKED);
            case GIVE_UP -> Ruling.of(LineOutcome.TERMINATED);
            case INTERESTED, NOT_INTERESTED -> throw new IllegalStateException("Not about a service in use: " + line);
            case null ->
                switch (line.continuation()) {
                    case TACIT -> Ruling.of(LineOutcome.WENT_ON);
                    case CONFIRMED -> new Ruling(LineOutcome.TO_DECIDE, "campaigns.why.no-answer");
                    case NONE -> new Ruling(LineOutcome.NOTHING, "campaigns.why.ends-by-itself");
                };
        };
    }
}
