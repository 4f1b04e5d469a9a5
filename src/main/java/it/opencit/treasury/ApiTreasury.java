// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The treasury as other programs read it. */
final class ApiTreasury {

    private ApiTreasury() {}

    /** Rows a page at a time; {@code next} is the {@code after} of the following one. */
    record Page<T>(List<T> items, @Nullable String next) {}

    /** A body, as it was called when the row was recorded. */
    record Body(OrganizationId id, String name) {}

    record Accertamento(
            AccertamentoId id,
            @Nullable String number,
            int year,
            int fiscalYear,
            Act act,
            Body beneficiary,
            Body payer,
            String object,
            String chapter,
            Euro amount,
            Euro reduced,
            Euro collected,
            Euro residual,
            @Nullable LocalDate due,
            AccertamentoState state) {

        static Accertamento of(it.opencit.treasury.Accertamento a) {
            return new Accertamento(
                    a.id(),
                    a.number(),
                    a.year(),
                    a.fiscalYear(),
                    a.act(),
                    new Body(a.beneficiary(), a.beneficiaryName()),
                    new Body(a.payer(), a.payerName()),
                    a.object(),
                    a.chapter(),
                    a.amount(),
                    a.reduced(),
                    a.collected(),
                    a.residual(),
                    a.due(),
                    a.state());
        }
    }

    /** A line of the movements: {@code amount} is what is owed after the reductions. */
    record Movement(
            AccertamentoId id,
            Body beneficiary,
            Body payer,
            String object,
            int year,
            Euro amount,
            Euro collected,
            AccertamentoState state) {

        static Movement of(it.opencit.treasury.Accertamento a) {
            return new Movement(
                    a.id(),
                    new Body(a.beneficiary(), a.beneficiaryName()),
                    new Body(a.payer(), a.payerName()),
                    a.object(),
                    a.fiscalYear(),
                    a.owed(),
                    a.collected(),
                    a.state());
        }
    }

    record Provvisorio(
            ProvvisorioId id,
            int treasuryYear,
            String number,
            LocalDate receivedOn,
            String payerName,
            String payerTaxCode,
            @Nullable Body organization,
            String reason,
            Euro amount,
            Euro reversed,
            Euro regularised,
            Euro allocated,
            Euro residual,
            String execution,
            String reference,
            LocalDate regulariseBy,
            ProvvisorioState state) {

        static Provvisorio of(it.opencit.treasury.Provvisorio p) {
            OrganizationId body = p.organization();
            return new Provvisorio(
                    p.id(),
                    p.treasuryYear(),
                    Long.toString(p.number()),
                    p.receivedOn(),
                    p.payerName(),
                    p.payerTaxCode(),
                    body == null ? null : new Body(body, p.organizationName()),
                    p.reason(),
                    p.amount(),
                    p.reversed(),
                    p.regularised(),
                    p.allocated(),
                    p.residual(),
                    p.execution(),
                    p.reference(),
                    p.regulariseBy(),
                    p.state());
        }
    }

    /** A provvisorio with what it collected, allocations undone too. */
    record WithAllocations(Provvisorio provvisorio, List<Allocation> allocations) {}

    record Allocation(
            AllocationId id,
            AccertamentoId accertamentoId,
            Euro amount,
            LocalDate collectedOn,
            @Nullable RiscossioneId riscossioneId,
            String recordedBy,
            Instant recordedAt,
            @Nullable Undoing undone) {

        static Allocation of(it.opencit.treasury.Allocation a) {
            it.opencit.treasury.Allocation.Undoing undoing = a.undoing();
            return new Allocation(
                    a.id(),
                    a.accertamento(),
                    a.amount(),
                    a.collectedOn(),
                    a.riscossione(),
                    a.recordedBy(),
                    a.recordedAt(),
                    undoing == null ? null : new Undoing(undoing.by(), undoing.at(), undoing.reason()));
        }
    }

    record Undoing(String by, Instant at, String reason) {}
}
