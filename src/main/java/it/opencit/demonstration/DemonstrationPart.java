// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;

/** A part of the demonstration of one centre; parts run in their order, once, each in its own transaction. */
interface DemonstrationPart {

    /** Loads this part for the centre, which is the current one. */
    void load(Centre centre);
}
