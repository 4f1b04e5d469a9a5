// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Sessions live in the database, so that a restart signs nobody out; but to read one at every request, and to write when it
 * was last used, would cost more than most pages do. So each is kept in memory for a minute: then it is read again, which is
 * also when its last use is written and when a sign-out at another process is noticed.
 *
 * @param <S> the session of the repository in the database
 */
final class KeptSessions<S extends Session> implements SessionRepository<KeptSession> {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final SessionRepository<S> database;
    private final Cache<String, MapSession> memory =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

    KeptSessions(SessionRepository<S> database) {
        this.database = database;
    }

    @Override
    public KeptSession createSession() {
        S created = database.createSession();
        var session = new KeptSession(new MapSession(created), () -> created);
        session.setMaxInactiveInterval(created.getMaxInactiveInterval());
        return session;
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        MapSession known = memory.get(id, this::read);
        return known == null ? null : new KeptSession(new MapSession(known), () -> database.findById(id));
    }

    private @Nullable MapSession read(String id) {
        S stored = database.findById(id);
        if (stored == null) {
            return null;
        }
        stored.setLastAccessedTime(Instant.now()); // as the database counts: by the clock of the machine
        database.save(stored);
        return new MapSession(stored);
    }

    @Override
    @SuppressWarnings("unchecked") // every stored session came from the database
    public void save(KeptSession session) {
        Session changed = session.changed();
        if (changed != null) {
            database.save((S) changed);
            memory.invalidate(session.getId());
            memory.invalidate(session.foundAs()); // another name after a sign-in: the old one opens nothing
        }
    }

    @Override
    public void deleteById(String id) {
        database.deleteById(id);
        memory.invalidate(id);
    }
}
