// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a contract with a supplier.
 *
 * @param offerings the services of the catalogue that it serves
 * @param period with its last day
 * @param noticeDays how many days before the last one a party must say that it will not go on
 * @param amount of the whole contract, VAT excluded; {@code null} when not known
 * @param act by which it was awarded
 * @param closedOn when it was closed; {@code null} while it is open
 * @param renews the contract that this one renews
 */
public record ContractDetails(
        SupplierId supplier,
        String object,
        Set<OfferingId> offerings,
        Period period,
        int noticeDays,
        @Nullable Cig cig,
        @Nullable Euro amount,
        String act,
        String notes,
        @Nullable LocalDate closedOn,
        @Nullable ContractId renews) {

    /** Three years: a longer notice is a mistake. */
    static final int LONGEST_NOTICE = 1095;

    /** @throws Refusal when something is missing or contradicts itself, naming the field */
    public ContractDetails {
        offerings = Set.copyOf(offerings);
        if (object.isBlank()) {
            throw Refusal.inField("object", "catalogue.contract.object");
        }
        if (period.to() == null) {
            throw Refusal.inField("endsOn", "catalogue.contract.ends-on");
        }
        if (noticeDays < 0 || noticeDays > LONGEST_NOTICE) {
            throw Refusal.inField("noticeDays", "catalogue.contract.notice", LONGEST_NOTICE);
        }
        if (amount != null && amount.isNegative()) {
            throw Refusal.inField("amount", "catalogue.contract.amount");
        }
        if (closedOn != null && closedOn.isBefore(period.from())) {
            throw Refusal.inField("closedOn", "catalogue.contract.closed-before-start");
        }
    }

    /** The last day. */
    public LocalDate endsOn() {
        return Objects.requireNonNull(period.to());
    }

    /** The last day on which notice can be given. */
    public LocalDate noticeBy() {
        return endsOn().minusDays(noticeDays);
    }
}
