// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

/** What a session says is the same as if every request read it from the database. */
class KeptSessionsTest {

    private final ConcurrentHashMap<String, org.springframework.session.Session> stored = new ConcurrentHashMap<>();
    private final MapSessionRepository database = new MapSessionRepository(stored);
    private final KeptSessions<MapSession> sessions = new KeptSessions<>(database);

    private String signedIn() {
        KeptSession session = sessions.createSession();
        session.setAttribute("person", "operatore");
        sessions.save(session);
        return session.getId();
    }

    private KeptSession find(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    @Test
    void whatIsWrittenIsInTheDatabaseAndInTheNextRequest() {
        String id = signedIn();
        assertThat(find(id).<String>getAttribute("person")).isEqualTo("operatore");
        assertThat(Objects.requireNonNull(database.findById(id)).<String>getAttribute("person"))
                .isEqualTo("operatore");
        KeptSession session = find(id);
        session.setAttribute("notice", "Salvato.");
        sessions.save(session);
        assertThat(find(id).<String>getAttribute("notice")).isEqualTo("Salvato.");
        session = find(id);
        session.removeAttribute("notice");
        sessions.save(session);
        assertThat(find(id).<String>getAttribute("notice")).isNull();
        assertThat(Objects.requireNonNull(database.findById(id)).getAttributeNames())
                .containsExactly("person");
    }

    @Test
    void aRequestDoesNotSeeTheHalfDoneChangesOfAnother() {
        String id = signedIn();
        find(id).setAttribute("notice", "mai salvato");
        assertThat(find(id).<String>getAttribute("notice")).isNull();
    }

    @Test
    void twoRequestsAtOnceKeepBothChanges() {
        String id = signedIn();
        KeptSession one = find(id);
        KeptSession other = find(id);
        one.setAttribute("one", 1);
        sessions.save(one);
        other.setAttribute("other", 2);
        sessions.save(other);
        assertThat(find(id).getAttributeNames()).containsExactlyInAnyOrder("person", "one", "other");
    }

    @Test
    void signingOutEndsItAtOnce() {
        String id = signedIn();
        find(id);
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
        assertThat(stored).isEmpty();
    }

    @Test
    void aChangedNameLeavesNothingUnderTheOldOne() {
        String id = signedIn();
        KeptSession session = find(id);
        String changed = session.changeSessionId();
        sessions.save(session);
        assertThat(changed).isNotEqualTo(id);
        assertThat(find(changed).<String>getAttribute("person")).isEqualTo("operatore");
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void itsLastUseIsWrittenWhenItIsRead() {
        String id = signedIn();
        MapSession before = Objects.requireNonNull(database.findById(id));
        before.setLastAccessedTime(Instant.now().minusSeconds(600));
        database.save(before);
        find(id);
        assertThat(Objects.requireNonNull(database.findById(id)).getLastAccessedTime())
                .isAfter(Instant.now().minusSeconds(60));
    }
}
