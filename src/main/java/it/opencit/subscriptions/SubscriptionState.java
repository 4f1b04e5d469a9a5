// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.SubscriptionAct.Activate;
import it.opencit.subscriptions.SubscriptionAct.Assign;
import it.opencit.subscriptions.SubscriptionAct.Refuse;
import it.opencit.subscriptions.SubscriptionAct.Reopen;
import it.opencit.subscriptions.SubscriptionAct.RequestTermination;
import it.opencit.subscriptions.SubscriptionAct.Resume;
import it.opencit.subscriptions.SubscriptionAct.Review;
import it.opencit.subscriptions.SubscriptionAct.Terminate;
import it.opencit.subscriptions.SubscriptionAct.Withdraw;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a subscription stands; each state holds only what is true in that state. */
sealed interface SubscriptionState {

    record Requested() implements SubscriptionState {}

    record UnderReview() implements SubscriptionState {}

    record InActivation(Assignment assignment) implements SubscriptionState {}

    /** @param assignment who set it up; {@code null} when it was recorded afterwards */
    record Active(@Nullable Assignment assignment, LocalDate from) implements SubscriptionState {}

    record InTermination(Active was, LocalDate lastDay, String reason) implements SubscriptionState {}

    record Terminated(Active was, LocalDate lastDay, String reason) implements SubscriptionState {}

    record Refused(LocalDate on, String reason) implements SubscriptionState {}

    record Withdrawn(LocalDate on, String reason) implements SubscriptionState {}

    /** The state after {@code act}: one line per allowed transition, everything else is refused. */
    default SubscriptionState after(SubscriptionAct act) {
        return switch (new Step(this, act)) {
            case Step(Requested _, Review _) -> new UnderReview();
            case Step(UnderReview _, Assign a) -> new InActivation(a.assignment());
            case Step(InActivation _, Assign a) -> new InActivation(a.assignment());
            case Step(InActivation s, Activate(var from)) -> new Active(s.assignment, from);
            case Step(Active s, RequestTermination a) ->
                new InTermination(s, notBefore(s.from, a.lastDay()), a.reason());
            case Step(InTermination s, Terminate a) ->
                new Terminated(s.was, notBefore(s.was.from, a.lastDay()), s.reason);
            case Step(InTermination s, Resume _) -> s.was;
            case Step(Requested _, Refuse(var on, var reason)) -> new Refused(on, reason);
            case Step(UnderReview _, Refuse(var on, var reason)) -> new Refused(on, reason);
            case Step(InActivation _, Refuse(var on, var reason)) -> new Refused(on, reason);
            case Step(Requested _, Withdraw(var on, var reason)) -> new Withdrawn(on, reason);
            case Step(UnderReview _, Withdraw(var on, var reason)) -> new Withdrawn(on, reason);
            case Step(InActivation _, Withdraw(var on, var reason)) -> new Withdrawn(on, reason);
            case Step(Refused _, Reopen _) -> new Requested();
            case Step(Withdrawn _, Reopen _) -> new Requested();
            case Step(var state, var refused) -> throw new SubscriptionActRefused(state, refused.kind());
        };
    }

    /** The acts that {@link #after} accepts, the usual one first. */
    default List<SubscriptionActKind> allowed() {
        return switch (this) {
            case Requested _ ->
                List.of(SubscriptionActKind.REVIEW, SubscriptionActKind.REFUSE, SubscriptionActKind.WITHDRAW);
            case UnderReview _ ->
                List.of(SubscriptionActKind.ASSIGN, SubscriptionActKind.REFUSE, SubscriptionActKind.WITHDRAW);
            case InActivation _ ->
                List.of(
                        SubscriptionActKind.ACTIVATE,
                        SubscriptionActKind.ASSIGN,
                        SubscriptionActKind.REFUSE,
                        SubscriptionActKind.WITHDRAW);
            case Active _ -> List.of(SubscriptionActKind.REQUEST_TERMINATION);
            case InTermination _ -> List.of(SubscriptionActKind.TERMINATE, SubscriptionActKind.RESUME);
            case Terminated _ -> List.of();
            case Refused _, Withdrawn _ -> List.of(SubscriptionActKind.REOPEN);
        };
    }

    /** Who sets it up, or did, where that is known. */
    default @Nullable Assignment assignment() {
        return switch (this) {
            case InActivation s -> s.assignment;
            case Active s -> s.assignment;
            case InTermination s -> s.was.assignment;
            case Terminated s -> s.was.assignment;
            case Requested _, UnderReview _, Refused _, Withdrawn _ -> null;
        };
    }

    /** The first day of use, once there is one. */
    default @Nullable LocalDate firstDay() {
        return switch (this) {
            case Active s -> s.from;
            case InTermination s -> s.was.from;
            case Terminated s -> s.was.from;
            case Requested _, UnderReview _, InActivation _, Refused _, Withdrawn _ -> null;
        };
    }

    /** The last day of use, once it is asked. */
    default @Nullable LocalDate lastDay() {
        return switch (this) {
            case InTermination s -> s.lastDay;
            case Terminated s -> s.lastDay;
            case Requested _, UnderReview _, InActivation _, Active _, Refused _, Withdrawn _ -> null;
        };
    }

    default SubscriptionStage stage() {
        return switch (this) {
            case Requested _ -> SubscriptionStage.REQUESTED;
            case UnderReview _ -> SubscriptionStage.UNDER_REVIEW;
            case InActivation _ -> SubscriptionStage.IN_ACTIVATION;
            case Active _ -> SubscriptionStage.ACTIVE;
            case InTermination _ -> SubscriptionStage.IN_TERMINATION;
            case Terminated _ -> SubscriptionStage.TERMINATED;
            case Refused _ -> SubscriptionStage.REFUSED;
            case Withdrawn _ -> SubscriptionStage.WITHDRAWN;
        };
    }

    private static LocalDate notBefore(LocalDate firstDay, LocalDate lastDay) {
        if (lastDay.isBefore(firstDay)) {
            throw Refusal.inField("lastDay", "subscriptions.last-day.before-first", Italian.date(firstDay));
        }
        return lastDay;
    }

    /** A state and what is asked of it. */
    record Step(SubscriptionState state, SubscriptionAct act) {}
}
