// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury.pages;

import it.opencit.treasury.Provvisorio;
import java.util.List;

/**
 * A provvisorio with everything about it.
 *
 * @param deadline until when it must be regularised, and how long that is, in words
 * @param tone of the badge, as Bootstrap names it
 * @param organizationAddress of the body recognised; "" for none
 * @param journal what the treasurer's journal says of it
 */
public record ProvvisorioPage(
        Provvisorio provvisorio,
        String address,
        String deadline,
        String tone,
        String organizationAddress,
        List<AllocationLine> allocations,
        List<JournalLine> journal,
        boolean writable) {

    /** A movement of the journal, or the reversale that regularised part of it. */
    public record JournalLine(String date, String what, String amount, String detail) {}
}
