// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.tariffs.Tariffs;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tariffs of the centre's own kit, in force with the acts that the sources state. */
@Component
@Order(400)
class DemonstrationTariffs implements DemonstrationPart {

    private final Tariffs tariffs;

    DemonstrationTariffs(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    public void load(Centre centre) {
        tariffs.adopt(centre.code());
    }
}
