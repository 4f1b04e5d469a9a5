// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

/** The colour of a stage, as Bootstrap names it. */
final class Tones {

    private Tones() {}

    static String of(SubscriptionStage stage) {
        return switch (stage) {
            case REQUESTED, UNDER_REVIEW, IN_ACTIVATION -> "primary";
            case ACTIVE -> "success";
            case IN_TERMINATION -> "warning";
            case TERMINATED, WITHDRAWN -> "secondary";
            case REFUSED -> "danger";
        };
    }
}
