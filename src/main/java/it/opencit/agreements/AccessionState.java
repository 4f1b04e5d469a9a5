// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.agreements.AccessionAct.Annul;
import it.opencit.agreements.AccessionAct.Approve;
import it.opencit.agreements.AccessionAct.Countersign;
import it.opencit.agreements.AccessionAct.Renew;
import it.opencit.agreements.AccessionAct.Sign;
import it.opencit.agreements.AccessionAct.Withdraw;
import it.opencit.shared.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an accession stands; each state holds only what is true in that state. */
sealed interface AccessionState {

    record Draft() implements AccessionState {}

    record Approved(Delibera delibera) implements AccessionState {}

    record Signed(Delibera delibera, Signature signature) implements AccessionState {}

    record Active(Delibera delibera, Signature signature, Countersignature countersignature)
            implements AccessionState {}

    /** Reached by the passing of time, not by an act: never stored, see {@link #on}. */
    record Expired(Active was) implements Former {}

    record Withdrawn(Active was, Withdrawal withdrawal) implements Former {}

    /** A body that was a member: everything that made it one is still true. */
    sealed interface Former extends AccessionState {

        Active was();

        @Override
        default Delibera delibera() {
            return was().delibera();
        }

        @Override
        default Signature signature() {
            return was().signature();
        }

        @Override
        default Countersignature countersignature() {
            return was().countersignature();
        }
    }

    /** The resolution, once there is one. */
    default @Nullable Delibera delibera() {
        return null;
    }

    /** The body's signature, once there is one. */
    default @Nullable Signature signature() {
        return null;
    }

    /** The centre's signature, once there is one. */
    default @Nullable Countersignature countersignature() {
        return null;
    }

    /** The days of membership, once they are fixed; a withdrawal ends them early. */
    default @Nullable Period membership() {
        Countersignature made = countersignature();
        if (made == null) {
            return null;
        }
        return new Period(made.from(), this instanceof Withdrawn left ? left.withdrawal.lastDay() : made.to());
    }

    /** The state after {@code act}: one line per allowed transition, everything else is refused. */
    default AccessionState after(AccessionAct act) {
        return switch (new Step(this, act)) {
            case Step(Draft _, Approve(var delibera)) -> new Approved(delibera);
            case Step(Approved s, Sign(var signature)) -> new Signed(s.delibera, Order.checked(s.delibera, signature));
            case Step(Signed s, Countersign(var c)) ->
                new Active(s.delibera, s.signature, Order.checked(s.signature, c));
            case Step(Active s, Withdraw(var withdrawal)) ->
                new Withdrawn(s, Order.checked(s.countersignature, withdrawal));
            case Step(Active s, Renew _) -> s;
            case Step(Expired s, Renew _) -> s;
            case Step(Approved _, Annul _) -> new Draft();
            case Step(Signed s, Annul _) -> new Approved(s.delibera);
            case Step(Active s, Annul _) -> new Signed(s.delibera, s.signature);
            case Step(Withdrawn s, Annul _) -> s.was;
            case Step(var state, var refused) -> throw new TransitionRefused(state, refused.kind());
        };
    }

    /** The acts that {@link #after} accepts, the usual one first. */
    default List<AccessionActKind> allowed() {
        return switch (this) {
            case Draft _ -> List.of(AccessionActKind.APPROVAL);
            case Approved _ -> List.of(AccessionActKind.SIGNATURE, AccessionActKind.ANNULMENT);
            case Signed _ -> List.of(AccessionActKind.COUNTERSIGNATURE, AccessionActKind.ANNULMENT);
            case Active _ -> List.of(AccessionActKind.RENEWAL, AccessionActKind.WITHDRAWAL, AccessionActKind.ANNULMENT);
            case Expired _ -> List.of(AccessionActKind.RENEWAL);
            case Withdrawn _ -> List.of(AccessionActKind.ANNULMENT);
        };
    }

    /** How it looks on a day: an active accession whose last day has passed has expired. */
    default AccessionState on(LocalDate day) {
        return this instanceof Active active && active.countersignature.to().isBefore(day) ? new Expired(active) : this;
    }

    default AccessionStage stage() {
        return switch (this) {
            case Draft _ -> AccessionStage.DRAFT;
            case Approved _ -> AccessionStage.APPROVED;
            case Signed _ -> AccessionStage.SIGNED;
            case Active _ -> AccessionStage.ACTIVE;
            case Expired _ -> AccessionStage.EXPIRED;
            case Withdrawn _ -> AccessionStage.WITHDRAWN;
        };
    }

    /** A state and what is asked of it. */
    record Step(AccessionState state, AccessionAct act) {}
}
