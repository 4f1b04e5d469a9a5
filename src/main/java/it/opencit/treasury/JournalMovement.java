// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.List;

/**
 * A movement of income of the treasurer's journal.
 *
 * @param position in its page, from 1
 * @param document {@code SOSPESO ENTRATA} or {@code REVERSALE}
 * @param operation ESEGUITO, STORNATO, REGOLARIZZATO or RIPRISTINATO
 * @param number of the document: of a SOSPESO, the number of the provvisorio
 * @param line progressivo_documento: the payer's line within the document
 * @param links provvisori that a reversale regularises
 * @param fingerprint all that tells it from another
 */
record JournalMovement(
        int position,
        String document,
        String operation,
        long number,
        long line,
        Euro amount,
        LocalDate movedOn,
        String payerName,
        String payerCode,
        String reason,
        String execution,
        String reference,
        List<Link> links,
        String fingerprint) {

    static final String PROVVISORIO = "SOSPESO ENTRATA";
    static final String REVERSALE = "REVERSALE";

    /** How much of which provvisorio; negative where the reversale is taken back. */
    record Link(long number, Euro amount) {}

    boolean isProvvisorio() {
        return document.equals(PROVVISORIO);
    }

    /**
     * The head of a page.
     *
     * @param flow identificativo_flusso_BT without the part that tells the page
     * @param exercise the treasurer's year
     */
    record Page(String flow, int page, int pages, int exercise, LocalDate asOf) {}
}
