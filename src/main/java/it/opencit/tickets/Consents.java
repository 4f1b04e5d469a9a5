// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centres;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the privacy text that people without an account accept: who records a consent records which one it was. */
@Service
public class Consents {

    private final CitizenStore store;
    private final Centres centres;
    private final Clock clock;

    Consents(CitizenStore store, Centres centres, Clock clock) {
        this.store = store;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * Number of the text that the centre shows today, kept when it is accepted for the first time.
     *
     * @throws IllegalStateException when the centre has none: then it asks nobody to accept it
     */
    @Transactional
    public long current() {
        String text = centres.current().privacyText();
        if (text.isBlank()) {
            throw new IllegalStateException("No privacy text");
        }
        return store.privacyText(text, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
