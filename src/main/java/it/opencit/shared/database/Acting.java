// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For which centre, and on whose behalf, this thread works: what every transaction tells the database.
 *
 * @param centre identifier of the centre (tenant)
 * @param actor user name for the audit trail; {@code null} before sign-in, {@link #PROGRAM} for the program itself
 */
public record Acting(long centre, @Nullable String actor) {

    /** Who acts when nobody does: jobs and the demonstration. Users read it. */
    public static final String PROGRAM = "sistema";

    private static final ThreadLocal<@Nullable Acting> CURRENT = new ThreadLocal<>();

    /** What was set for this thread, or {@code null}: then no row of any centre is visible. */
    public static @Nullable Acting current() {
        return CURRENT.get();
    }

    /** The centre set for this thread. */
    public static long currentCentre() {
        Acting acting = CURRENT.get();
        if (acting == null) {
            throw new IllegalStateException("No centre is set for this thread");
        }
        return acting.centre;
    }

    /** Sets (or with {@code null} clears) what the thread works for; the caller restores what was there. */
    public static void set(@Nullable Acting acting) {
        if (acting == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(acting);
        }
    }

    /** Runs {@code work} for a centre and an actor, then restores what was set before. */
    public static <T> T as(long centre, String actor, Supplier<T> work) {
        Acting before = CURRENT.get();
        set(new Acting(centre, actor));
        try {
            return work.get();
        } finally {
            set(before);
        }
    }

    /** As {@link #as(long, String, Supplier)}, for work without a result. */
    public static void as(long centre, String actor, Runnable work) {
        Acting before = CURRENT.get();
        set(new Acting(centre, actor));
        try {
            work.run();
        } finally {
            set(before);
        }
    }
}
