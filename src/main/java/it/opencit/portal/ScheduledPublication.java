// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centres;
import it.opencit.shared.database.Acting;
import org.springframework.stereotype.Component;

/** Publishes what is due, at every centre. */
@Component
class ScheduledPublication {

    private final Centres centres;
    private final Contents contents;

    ScheduledPublication(Centres centres, Contents contents) {
        this.centres = centres;
        this.contents = contents;
    }

    void publish() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    contents.publishDue();
                }));
    }
}
