// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Server-sent events for open pages of tickets (WHATWG HTML, § 9.2). They say only that something changed: what, the page reads
 * from its own address, with its own rights.
 */
@Controller
class LiveController {

    static final String LIVE = "/diretta";

    private final LiveStreams streams;
    private final LiveChannel channel;
    private final TicketReader reader;
    private final JdbcIndexedSessionRepository sessions;

    LiveController(
            LiveStreams streams, LiveChannel channel, TicketReader reader, JdbcIndexedSessionRepository sessions) {
        this.streams = streams;
        this.channel = channel;
        this.reader = reader;
        this.sessions = sessions;
    }

    /**
     * What a page asks with.
     *
     * @param ticket that the page shows; without it the page is a list
     * @param eta how long ago the page was read, in milliseconds; a moment ago when not said
     */
    record Asked(@Nullable TicketNumber ticket, @Nullable Long eta) {

        Duration age() {
            return Duration.ofMillis(eta == null ? 0 : Math.clamp(eta, 0, 3_600_000));
        }
    }

    /** News for the office. */
    @GetMapping(Addresses.BOARD + LIVE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    void office(Asked asked, SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream(person, Viewer.OFFICE, asked, request, response);
    }

    /** News for a person of a body. */
    @GetMapping(Addresses.AREA + LIVE)
    @AllowedTo(Role.REFERENTE)
    void area(Asked asked, SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream(person, new Viewer.OfBody(OwnBody.of(person), person.username()), asked, request, response);
    }

    /** News for a supplier's person. */
    @GetMapping(Addresses.SUPPLIER + LIVE)
    @AllowedTo(Role.FORNITORE)
    void supplier(Asked asked, SignedIn person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream(person, OwnSupplier.of(person), asked, request, response);
    }

    private void stream(
            SignedIn person, Viewer viewer, Asked asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LiveStream stream = new LiveStream(person, viewer, asked.ticket());
        TicketNumber ticket = stream.ticket();
        if (ticket != null) {
            reader.get(ticket, stream.viewer()); // of another body: as if it were not there
        }
        if (!streams.add(stream)) {
            response.setStatus(HttpStatus.NO_CONTENT.value()); // the page does without, and does not ask again
            return;
        }
        // A browser that comes back by itself says what it heard last: it may have missed something since.
        if (request.getHeader("Last-Event-ID") != null || streams.changedSince(stream, asked.age())) {
            stream.wake();
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in front hands each line on at once
        if (stream.isAtWork()) {
            channel.arrived(stream);
        }
        HttpSession session = request.getSession(false);
        try {
            // Not by way of the sessions in memory: asking there would keep this one open.
            stream.serve(
                    response.getOutputStream(), () -> session == null || sessions.findById(session.getId()) != null);
        } catch (IOException gone) {
            // the window was closed: nobody is left to tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (streams.remove(stream) && stream.isAtWork()) {
                channel.left(stream);
            }
        }
    }
}
