// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.notices.WorkingDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days on which the calendar in force opens the office. */
@Component
class OfficeDays implements WorkingDays {

    private final Rulebooks rulebooks;

    OfficeDays(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public boolean include(LocalDate day) {
        return rulebooks.current().calendar().hours().opensOn(day);
    }
}
