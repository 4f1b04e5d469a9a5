// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import it.opencit.treasury.Accertamento;
import java.util.List;

/**
 * An accertamento with everything about it.
 *
 * @param tone of the badge, as Bootstrap names it
 * @param references what a payment may quote to mean it
 */
public record AccertamentoPage(
        Accertamento accertamento,
        String address,
        String state,
        String tone,
        String beneficiaryAddress,
        String payerAddress,
        boolean overdue,
        List<AllocationLine> allocations,
        List<ReductionLine> reductions,
        List<String> references,
        boolean writable) {

    /** What an act took away. */
    public record ReductionLine(String amount, String act, String reason, String recorded) {}
}
