// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One open page that is told when what it shows has changed: not what changed, only that it is time to read again what it
 * may. What happens while a slow window takes its last news is told once. It waits on a virtual thread: many wait at no cost.
 */
final class LiveStream {

    /** Between two signs of life; a window that is gone is noticed at the second. */
    static final Duration BEAT = Duration.ofSeconds(8);

    /** After that the window asks again, and who it is gets checked anew. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final int BEATS_TO_A_CHECK = 4;

    private final SignedIn person;
    private final Viewer viewer;
    private final @Nullable TicketNumber ticket;
    private final long since = System.nanoTime();
    private boolean changed;
    private boolean over;
    private @Nullable String present;

    /** @param ticket that the page shows; {@code null} for a list */
    LiveStream(SignedIn person, Viewer viewer, @Nullable TicketNumber ticket) {
        this.person = person;
        this.viewer = viewer;
        this.ticket = ticket;
    }

    SignedIn person() {
        return person;
    }

    /** When it was opened, by the clock of this process that only goes forward, in nanoseconds. */
    long since() {
        return since;
    }

    Viewer viewer() {
        return viewer;
    }

    @Nullable
    TicketNumber ticket() {
        return ticket;
    }

    /** Whether it tells who else works on its ticket: to the office only. */
    boolean isAtWork() {
        return ticket != null && viewer instanceof Viewer.Office;
    }

    /** It is time to read again. */
    synchronized void wake() {
        changed = true;
        notifyAll();
    }

    /** @param sentence that says who else works on the ticket; "" for nobody */
    synchronized void tellPresent(String sentence) {
        present = sentence;
        notifyAll();
    }

    /** Ends it, after what is still to be told. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** What there is to tell. */
    record News(boolean changed, @Nullable String present, boolean over) {

        boolean isNothing() {
            return !changed && present == null && !over;
        }
    }

    /** Takes what there is to tell, waiting for it at most so long. */
    synchronized News next(Duration patience) throws InterruptedException {
        if (!changed && !over && present == null) {
            wait(patience.toMillis());
        }
        News news = new News(changed, present, over);
        changed = false;
        present = null;
        return news;
    }

    /**
     * Tells until the window is closed, the person signs out, or it has lasted long enough.
     *
     * @param signedIn whether the session is still open
     * @throws IOException when the window is gone
     */
    void serve(OutputStream out, BooleanSupplier signedIn) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long check = System.nanoTime() + BEAT.toNanos() * BEATS_TO_A_CHECK;
        say(out, "retry: 3000\nid: 1\n\n"); // with an identifier, a window that comes back says that it was here
        while (System.nanoTime() < end) {
            News news = next(BEAT);
            if (news.changed) {
                say(out, "event: cambiato\ndata: si\n\n");
            }
            if (news.present != null) {
                say(out, "event: presenti\ndata: " + news.present + "\n\n");
            }
            if (news.over) {
                return;
            }
            if (news.isNothing()) {
                say(out, ":\n\n");
            }
            if (System.nanoTime() > check) {
                if (!signedIn.getAsBoolean()) {
                    return;
                }
                check = System.nanoTime() + BEAT.toNanos() * BEATS_TO_A_CHECK;
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
