// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.SheetVersions;
import it.opencit.centres.Centres;
import it.opencit.shared.database.Acting;
import org.springframework.stereotype.Component;

/** Publishes the contents and the sheets that are due, at every centre. */
@Component
class ScheduledPublication {

    private final Centres centres;
    private final Contents contents;
    private final SheetVersions sheets;

    ScheduledPublication(Centres centres, Contents contents, SheetVersions sheets) {
        this.centres = centres;
        this.contents = contents;
        this.sheets = sheets;
    }

    void publish() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    contents.publishDue();
                    sheets.publishDue();
                }));
    }
}
