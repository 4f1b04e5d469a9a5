// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

/**
 * An open provvisorio with the best of its proposals.
 *
 * @param choice that the form sends back; "" when nothing is proposed
 * @param others how many more proposals there are
 */
public record ProposedLine(
        String choice,
        String number,
        String address,
        String date,
        String deadline,
        String payer,
        String reason,
        String residual,
        ProposalView proposal,
        int others) {}
