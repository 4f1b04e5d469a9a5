// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import java.time.LocalDate;

/** What can happen to a subscription, with what must be known of it. Each has its day; those that end or undo say why. */
sealed interface SubscriptionAct {

    LocalDate on();

    /** The centre begins to check. */
    record Review(LocalDate on) implements SubscriptionAct {}

    /** Somebody is to set it up: a person of the centre, and a supplier where it is one's work. */
    record Assign(LocalDate on, Assignment assignment) implements SubscriptionAct {}

    /** It is in use from this day. */
    record Activate(LocalDate on) implements SubscriptionAct {}

    /** The body gives it up. */
    record RequestTermination(LocalDate on, LocalDate lastDay, String reason) implements SubscriptionAct {}

    /** It is over; the last day may differ from the one that was asked. */
    record Terminate(LocalDate on, LocalDate lastDay) implements SubscriptionAct {}

    /** The body changed its mind. */
    record Resume(LocalDate on, String reason) implements SubscriptionAct {}

    record Refuse(LocalDate on, String reason) implements SubscriptionAct {}

    record Withdraw(LocalDate on, String reason) implements SubscriptionAct {}

    /** What was refused or withdrawn is looked at again. */
    record Reopen(LocalDate on, String reason) implements SubscriptionAct {}

    /** Why; "" for the acts that need no reason. */
    default String why() {
        return switch (this) {
            case RequestTermination act -> act.reason;
            case Resume act -> act.reason;
            case Refuse act -> act.reason;
            case Withdraw act -> act.reason;
            case Reopen act -> act.reason;
            case Review _, Assign _, Activate _, Terminate _ -> "";
        };
    }

    default SubscriptionActKind kind() {
        return switch (this) {
            case Review _ -> SubscriptionActKind.REVIEW;
            case Assign _ -> SubscriptionActKind.ASSIGN;
            case Activate _ -> SubscriptionActKind.ACTIVATE;
            case RequestTermination _ -> SubscriptionActKind.REQUEST_TERMINATION;
            case Terminate _ -> SubscriptionActKind.TERMINATE;
            case Resume _ -> SubscriptionActKind.RESUME;
            case Refuse _ -> SubscriptionActKind.REFUSE;
            case Withdraw _ -> SubscriptionActKind.WITHDRAW;
            case Reopen _ -> SubscriptionActKind.REOPEN;
        };
    }
}
