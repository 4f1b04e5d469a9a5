// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.time.Instant;

/** Where the sheet of a service is read by who has no account; whoever shows sheets to the public declares a bean. */
public interface SheetPreviews {

    /** Where the latest version is looked at before it is published. */
    Preview preview(OfferingId offering);

    /** The path at which the published version is read. */
    String published(Offering offering);

    /**
     * An address to be told to somebody.
     *
     * @param address whole
     * @param until when it stops being good
     */
    record Preview(String address, Instant until) {}
}
