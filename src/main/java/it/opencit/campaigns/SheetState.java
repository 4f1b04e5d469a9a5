// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.shared.Refusal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a sheet stands; each state holds only what is true in that state. */
sealed interface SheetState {

    /** Nobody has saved it. */
    record Untouched() implements SheetState {}

    /** Saved and not sent. */
    record Started(Saved saved) implements SheetState {}

    /** Sent. */
    record Answered(Saved saved, Reply reply) implements SheetState {}

    /** Who saved it last. */
    record Saved(String by, Instant at) {}

    /** What can happen to a sheet. */
    sealed interface Act {

        record Save(Saved saved) implements Act {}

        record Send(Reply reply) implements Act {}

        /** The centre lets the body write again. */
        record Reopen() implements Act {}
    }

    /** The state after {@code act}: one line per allowed transition, everything else is refused. */
    default SheetState after(Act act) {
        return switch (new Step(this, act)) {
            case Step(Untouched _, Act.Save(var saved)) -> new Started(saved);
            case Step(Started _, Act.Save(var saved)) -> new Started(saved);
            case Step(Untouched _, Act.Send(var reply)) -> new Answered(new Saved(reply.by(), reply.at()), reply);
            case Step(Started s, Act.Send(var reply)) -> new Answered(s.saved, reply);
            case Step(Answered s, Act.Reopen _) -> new Started(s.saved);
            case Step(Answered _, Act.Save _) -> throw new Refusal("campaigns.sheet.sent-already");
            case Step(Answered _, Act.Send _) -> throw new Refusal("campaigns.sheet.sent-already");
            case Step(var state, Act.Reopen _) ->
                throw new Refusal(
                        "campaigns.sheet.not-sent", state.stage().label().toLowerCase(Locale.ITALIAN));
        };
    }

    default SheetStage stage() {
        return switch (this) {
            case Untouched _ -> SheetStage.UNTOUCHED;
            case Started _ -> SheetStage.STARTED;
            case Answered _ -> SheetStage.ANSWERED;
        };
    }

    /** Who saved it last; {@code null} when nobody did. */
    default @Nullable Saved saved() {
        return switch (this) {
            case Untouched _ -> null;
            case Started s -> s.saved;
            case Answered s -> s.saved;
        };
    }

    /** The answer; {@code null} until it is sent. */
    default @Nullable Reply reply() {
        return this instanceof Answered answered ? answered.reply : null;
    }

    /** A state and what is asked of it. */
    record Step(SheetState state, Act act) {}
}
