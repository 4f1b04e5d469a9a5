// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/**
 * A session as one request has it: it is read from memory, and goes to the database only for what changes there. Each
 * request has its own, so that two at once do not see each other's half done changes.
 */
final class KeptSession implements Session {

    private final MapSession read;
    private final Supplier<@Nullable Session> load;
    private @Nullable Session stored;

    /** @param load reads the stored session, the first time that something changes; {@code null} when it is no longer there */
    KeptSession(MapSession read, Supplier<@Nullable Session> load) {
        this.read = read;
        this.load = load;
    }

    /** Where the changes are, not yet saved; {@code null} when there is none. */
    @Nullable
    Session changed() {
        return stored;
    }

    /** The identifier that the request came with. */
    String foundAs() {
        return read.getOriginalId();
    }

    private @Nullable Session toChange() {
        if (stored == null) {
            stored = load.get();
        }
        return stored;
    }

    @Override
    public String getId() {
        return read.getId();
    }

    @Override
    public String changeSessionId() {
        Session target = toChange();
        String id = target == null ? read.changeSessionId() : target.changeSessionId();
        read.setId(id);
        return id;
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return read.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return read.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        read.setAttribute(name, value);
        Session target = toChange();
        if (target != null) {
            target.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        read.removeAttribute(name);
        Session target = toChange();
        if (target != null) {
            target.removeAttribute(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return read.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        read.setLastAccessedTime(lastAccessedTime);
    }

    @Override
    public Instant getLastAccessedTime() {
        return read.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        read.setMaxInactiveInterval(interval);
        Session target = toChange();
        if (target != null) {
            target.setMaxInactiveInterval(interval);
        }
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return read.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return read.isExpired();
    }
}
