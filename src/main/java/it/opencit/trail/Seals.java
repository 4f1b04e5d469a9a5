// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.centres.Centres;
import it.opencit.shared.Messages;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import it.opencit.trail.TrailStore.Mark;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The chain of each centre. A seal hashes the one before it and the entries since, so that an entry changed, taken away or
 * put in afterwards breaks it. Sealing is not the trigger's work: each entry would need the one before, and all who write at
 * a centre would wait for one another.
 */
@Component
class Seals {

    /** The more entries under one seal, the less a broken one says where. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private final Centres centres;
    private final TrailStore trail;
    private final SealStore seals;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** By centre, how far the trail had come when somebody was still writing: sealed once they have ended. */
    private final Map<Long, Mark> waiting = new ConcurrentHashMap<>();

    Seals(Centres centres, TrailStore trail, SealStore seals, TransactionOperations transaction, Clock clock) {
        this.centres = centres;
        this.trail = trail;
        this.seals = seals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes through all centres. */
    void sealAll() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    seal();
                }));
    }

    /** Computes the chains of all centres again. */
    void verifyAll() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    verify();
                }));
    }

    /**
     * Closes what was recorded since the last seal and can no longer grow from within.
     *
     * @return how many entries
     */
    long seal() {
        if (trail.lastEntry() <= seals.last().lastEntry()) {
            return 0;
        }
        long upTo = horizon();
        long all = 0;
        long some;
        do {
            some = Objects.requireNonNull(transaction.execute(_ -> sealSome(upTo)));
            all += some;
        } while (some == MOST);
        return all;
    }

    /**
     * Up to which number every entry is there. A mark holds when all who were writing as it was made have ended: usually at
     * once, else this time nothing more is sealed than an earlier mark allows, and the next time finds this one.
     */
    private long horizon() {
        long centre = Acting.currentCentre();
        Mark now = trail.mark();
        if (trail.isSettled(now)) {
            waiting.remove(centre);
            return now.lastEntry();
        }
        Mark earlier = waiting.putIfAbsent(centre, now);
        if (earlier != null && trail.isSettled(earlier)) {
            waiting.put(centre, now);
            return earlier.lastEntry();
        }
        return 0;
    }

    private long sealSome(long upTo) {
        seals.lock();
        Seal last = seals.last();
        SealDigest digest = new SealDigest(last.hash());
        trail.read(last.lastEntry(), upTo, MOST, digest::add);
        if (digest.entries() > 0) {
            seals.add(digest.close(last.number() + 1, now()));
        }
        return digest.entries();
    }

    /** Computes the chain again from its beginning, keeps what was found and returns it. */
    Verification verify() {
        Seal last = Seal.NONE;
        long entries = 0;
        String problem = "";
        List<Seal> next = seals.after(0, AT_ONCE);
        while (!next.isEmpty() && problem.isEmpty()) {
            for (Seal seal : next) {
                Seal before = last;
                problem = Objects.requireNonNull(transaction.execute(_ -> problem(before, seal)));
                if (!problem.isEmpty()) {
                    break;
                }
                last = seal;
                entries += seal.entries();
            }
            next = seals.after(last.number(), AT_ONCE);
        }
        Acting acting = Acting.current();
        String by = acting == null || acting.actor() == null ? Acting.PROGRAM : acting.actor();
        Verification found = new Verification(now(), by, last.number(), entries, problem);
        seals.add(found);
        return found;
    }

    private String problem(Seal before, Seal seal) {
        if (seal.number() != before.number() + 1) {
            return Messages.text("trail.missing", before.number() + 1);
        }
        SealDigest digest = new SealDigest(before.hash());
        trail.read(before.lastEntry(), seal.lastEntry(), Long.MAX_VALUE, digest::add);
        return digest.close(seal.number(), seal.at()).equals(seal)
                ? ""
                : Messages.text(
                        "trail.broken",
                        seal.number(),
                        Italian.moment(seal.at()),
                        seal.entries(),
                        Long.toString(seal.firstEntry()),
                        Long.toString(seal.lastEntry()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
