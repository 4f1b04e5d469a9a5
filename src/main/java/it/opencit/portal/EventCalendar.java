// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Links;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Events as calendars read them (RFC 5545), in universal time. */
final class EventCalendar {

    private EventCalendar() {}

    static byte[] of(List<Teaser> events, Links links) {
        Calendar calendar = empty();
        for (Teaser event : events) {
            calendar.add(event(event.italian(), event.event(), links.to(event.address()), event.changedAt()));
        }
        return bytes(calendar);
    }

    static byte[] of(Published event, Links links) {
        Calendar calendar = empty();
        calendar.add(event(event.said().italian(), event.said().event(), links.to(event.address()), event.changedAt()));
        return bytes(calendar);
    }

    private static Calendar empty() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//OpenCIT//Portale//IT"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        return calendar;
    }

    private static VEvent event(ContentText said, EventDetails when, String address, Instant changed) {
        Instant starts = Objects.requireNonNull(when.starts());
        Instant ends = when.ends();
        // An event whose end nobody said lasts as long as calendars make it.
        VEvent event = ends == null ? new VEvent(starts, said.title()) : new VEvent(starts, ends, said.title());
        event.add(new Uid(address));
        event.add(new Url(URI.create(address)));
        event.add(new LastModified(changed));
        if (!said.summary().isEmpty()) {
            event.add(new Description(said.summary()));
        }
        if (!when.place().isEmpty()) {
            event.add(new Location(when.place()));
        }
        return event;
    }

    private static byte[] bytes(Calendar calendar) {
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }
}
