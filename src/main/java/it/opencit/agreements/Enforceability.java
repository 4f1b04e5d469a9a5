// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import java.time.LocalDate;

/** From when a resolution can be carried out (d.lgs. 267/2000, art. 134). */
final class Enforceability {

    /** "Dopo il decimo giorno dalla pubblicazione": the day of publication is not counted, the eleventh is the first. */
    private static final int DAYS_AFTER_PUBLICATION = 11;

    private Enforceability() {}

    /** Of a resolution put on the notice board: published on 1 March, it can be carried out from 12 March (c. 3). */
    static LocalDate afterPublication(LocalDate published) {
        return published.plusDays(DAYS_AFTER_PUBLICATION);
    }

    /** Of one that its organ declared urgent: at once (c. 4). */
    static LocalDate atOnce(LocalDate approved) {
        return approved;
    }
}
