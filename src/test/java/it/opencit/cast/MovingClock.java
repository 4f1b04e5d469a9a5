// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of the program under test: the real time, until a test moves it and while its work lasts. */
@TestComponent
@Primary
public class MovingClock extends Clock {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private volatile @Nullable Instant moved;

    /** At ten in the morning of a day. */
    public void moveTo(LocalDate day) {
        moved = day.atTime(LocalTime.of(10, 0)).atZone(ROME).toInstant();
    }

    /** At a moment. */
    public void moveTo(Instant moment) {
        moved = moment;
    }

    /** Back to the real time; whoever moved it does this when it ends. */
    public void letGo() {
        moved = null;
    }

    @Override
    public ZoneId getZone() {
        return ROME;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant now = moved;
        return now == null ? Instant.now() : now;
    }
}
