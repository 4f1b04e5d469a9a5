// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

/** An allocation that waits for its order, or has it. */
public record OrderLine(
        String id,
        String provvisorio,
        String provvisorioAddress,
        String provvisorioDate,
        String payer,
        String beneficiary,
        String object,
        String accertamento,
        String accertamentoAddress,
        String amount,
        String regulariseBy) {}
