// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps robots out of the public forms, with nobody else's help. A form carries a signed number and its time: it is good once,
 * not before a person could have filled it in and not for ever; and who tries too often within an hour waits, whatever it sends.
 */
@Component
public class PublicForms {

    static final Duration GOOD_FOR = Duration.ofHours(2);
    static final Duration FASTEST = Duration.ofSeconds(3);

    /** Tries from one address in an hour, right or wrong; an office behind one address may well have several people. */
    static final int MOST_TRIES = 30;

    /** What is tried, each counted apart. */
    public enum Kind {
        FORM("rete", MOST_TRIES),
        /** How clear a page is, and why: two clicks a page. */
        RATING("voto", 60);

        private final String name;
        private final int most;

        Kind(String name, int most) {
            this.name = name;
            this.most = most;
        }
    }

    /** Mails to one address in an hour: somebody may type an address that is not its own. */
    static final int MOST_TO_ONE = 5;

    /** Tickets of citizens in an hour, from wherever: beyond it the centre is under attack, and its mailbox with it. */
    static final int MOST_OF_A_KIND = 300;

    private static final String PURPOSE = "modulo-pubblico";
    private static final long NUMBERS = 1_000_000_000_000_000_000L;

    private final SignedLinks links;
    private final AttemptStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PublicForms(SignedLinks links, AttemptStore store, Clock clock) {
        this.links = links;
        this.store = store;
        this.clock = clock;
    }

    /** What a new form carries. */
    @Transactional
    public String token() {
        return links.token(PURPOSE, random.nextLong(NUMBERS), clock.instant().plus(GOOD_FOR));
    }

    /**
     * Counts a try of whoever sends a form, even if nothing comes of it.
     *
     * @param address of the network
     * @throws Refusal when it tried too often
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Kind kind, String address) {
        within(kind.most, kind.name, address);
    }

    /**
     * Takes a form that was filled in, once.
     *
     * @param honeypot a field that persons do not see
     * @param email to which a mail will go
     * @param what comes of it, such as {@code ticket}: of each so many in an hour
     * @throws Refusal when it comes too early, too late, again, or from a robot
     */
    @Transactional
    public void take(String token, String honeypot, String email, String what) {
        take(token, honeypot, what);
        within(MOST_TO_ONE, "posta", email);
    }

    /**
     * Takes a form that was filled in, once, when no mail comes of it.
     *
     * @return the number of the form, nobody else's
     * @throws Refusal as {@link #take(String, String, String, String)}
     */
    @Transactional
    public long take(String token, String honeypot, String what) {
        Instant now = clock.instant();
        SignedLinks.Signed form = links.signed(PURPOSE, token, now)
                .filter(_ -> honeypot.isEmpty())
                .orElseThrow(() -> new Refusal("tickets.citizen.form-old"));
        if (form.until().minus(GOOD_FOR).plus(FASTEST).isAfter(now)) {
            throw new Refusal("tickets.citizen.form-fast");
        }
        if (!store.spend(form.number(), form.until(), now)) {
            throw new Refusal("tickets.citizen.form-spent");
        }
        within(MOST_OF_A_KIND, what, "");
        return form.number();
    }

    /**
     * Takes what was written, once within the life of a form, also from another form: two windows say it once.
     *
     * @throws Refusal when it was taken before
     */
    @Transactional
    public void once(String purpose, String text) {
        Instant now = clock.instant();
        String print = links.fingerprint("una-volta-" + purpose, text);
        long number = Math.floorMod(
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(print)).getLong(), NUMBERS);
        if (!store.spend(number, now.plus(GOOD_FOR), now)) {
            throw new Refusal("tickets.citizen.form-spent");
        }
    }

    private void within(int limit, String kind, String what) {
        String who = kind + " " + links.fingerprint("tentativi-" + kind, what.toLowerCase(java.util.Locale.ROOT));
        if (!store.within(limit, who, clock.instant())) {
            throw new Refusal("tickets.citizen.too-many");
        }
    }
}
