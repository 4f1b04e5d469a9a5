// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centres;
import it.opencit.portal.LinkProbe.Seen;
import it.opencit.portal.LinkTarget.Outside;
import it.opencit.shared.database.Acting;
import it.opencit.shared.pages.Italian;
import it.opencit.shared.texts.TextLink;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at the pages of other sites to which texts lead: every night, and when an editor asks. A site is asked one thing at
 * a time, and few within a minute.
 */
@Component
class OutsideLinks {

    /** Between two looks because somebody asks. */
    static final Duration REST = Duration.ofMinutes(5);

    private static final int OF_A_SITE = 3;
    private static final int AT_ONCE = 30;
    private static final int SITES_AT_ONCE = 6;
    private static final int NIGHT = 3; // o'clock, in Rome

    private final OutsideLinkStore store;
    private final LinkProbe probe;
    private final Centres centres;
    private final TransactionOperations transaction;
    private final Clock clock;

    OutsideLinks(
            OutsideLinkStore store, LinkProbe probe, Centres centres, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.probe = probe;
        this.centres = centres;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Looked(String address, Seen seen) {}

    /** Takes up what a new text leads to; it is looked at soon. */
    void note(List<TextLink> links) {
        Set<String> addresses = addresses(links);
        if (!addresses.isEmpty()) {
            store.note(addresses, now());
        }
    }

    /** Takes up what all texts lead to, and forgets what none leads to any more. */
    void renew(List<TextLink> links) {
        Set<String> addresses = addresses(links);
        store.note(addresses, now());
        store.keepOnly(addresses);
    }

    private Set<String> addresses(List<TextLink> links) {
        Set<String> hosts = new HashSet<>(centres.hosts(centres.current()));
        return links.stream()
                .map(link -> LinkTarget.of(link, "/", hosts))
                .filter(Outside.class::isInstance)
                .map(target -> ((Outside) target).address())
                .collect(Collectors.toSet());
    }

    /** Makes due all that was not looked at just now; how many wait. */
    int hasten() {
        Instant now = now();
        store.hasten(now.minus(REST), now);
        return store.progress(now).due();
    }

    /** Looks at some of what is due, at every centre. */
    void look() {
        centres.all().forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, this::lookHere));
    }

    /** Looks at some of what is due at the centre this thread works for. */
    void lookHere() {
        Instant now = now();
        List<String> due = Objects.requireNonNull(transaction.execute(_ -> store.due(now, OF_A_SITE, AT_ONCE)));
        if (due.isEmpty()) {
            return;
        }
        Collection<List<String>> sites = due.stream()
                .collect(Collectors.groupingBy(address -> new Outside(address).host()))
                .values();
        try (HttpClient client = probe.client();
                ExecutorService few = Executors.newFixedThreadPool(
                        SITES_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<List<Looked>>> looks = few.invokeAll(sites.stream()
                    .<Callable<List<Looked>>>map(site -> () -> look(client, site))
                    .toList());
            List<Looked> looked = new ArrayList<>();
            for (Future<List<Looked>> look : looks) {
                looked.addAll(look.get());
            }
            transaction.executeWithoutResult(_ -> looked.forEach(this::save));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the program stops: all of it is still due
        } catch (ExecutionException e) {
            throw new IllegalStateException("Looking at a page of another site must not fail", e.getCause());
        }
    }

    private List<Looked> look(HttpClient client, List<String> site) throws InterruptedException {
        List<Looked> looked = new ArrayList<>();
        for (String address : site) {
            looked.add(new Looked(address, probe.look(client, address)));
        }
        return looked;
    }

    private void save(Looked looked) {
        Instant now = now();
        OutsideLink before = store.find(List.of(looked.address())).get(looked.address());
        Finding finding = looked.seen().finding();
        // The first failure is looked at again as soon as it counts as a second one.
        boolean soon = finding.isWrong()
                && before != null
                && (before.wrongSince() == null
                        || now.isBefore(before.wrongSince().plus(OutsideLink.APART)));
        Instant night = now.atZone(Italian.ROME)
                .toLocalDate()
                .plusDays(1)
                .atTime(NIGHT, 0)
                .atZone(Italian.ROME)
                .toInstant();
        store.saw(looked.address(), finding, looked.seen().detail(), now, soon ? now.plus(OutsideLink.APART) : night);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
