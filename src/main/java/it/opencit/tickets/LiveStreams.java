// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.shared.database.Acting;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The open pages of this process, and who works on which ticket anywhere. */
@Component
class LiveStreams {

    private static final int MOST = 2_000;
    private static final int MOST_OF_A_PERSON = 12;

    /** Somebody of whom nothing was heard for so long has gone. */
    private static final Duration ABSENT_AFTER = Duration.ofSeconds(22);

    /** How long it is remembered that something changed: longer than a page takes to arrive and to ask to be told. */
    private static final Duration LATELY = Duration.ofMinutes(2);

    private final TicketReadStore store;
    private final TransactionOperations transaction;
    private final Map<Long, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final Map<Place, Map<String, Present>> present = new ConcurrentHashMap<>();
    private final Cache<Place, Long> lately =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LATELY).build();

    LiveStreams(TicketReadStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** A ticket of a centre; 0 for all of them. */
    private record Place(long centre, long ticket) {}

    /** @param heard by the clock of this process that only goes forward, in nanoseconds */
    private record Present(String name, long heard) {}

    /**
     * Adds a page; of a person with too many the oldest ends, which most likely was left a moment ago.
     *
     * @return {@code false} when there are too many in all
     */
    boolean add(LiveStream stream) {
        Set<LiveStream> here = open.computeIfAbsent(stream.person().centre(), _ -> ConcurrentHashMap.newKeySet());
        List<LiveStream> own = here.stream()
                .filter(one -> one.person().username().equals(stream.person().username()))
                .sorted(Comparator.comparingLong(LiveStream::since))
                .toList();
        if (own.size() >= MOST_OF_A_PERSON) {
            own.getFirst().end();
            here.remove(own.getFirst());
        }
        int all = open.values().stream().mapToInt(Set::size).sum();
        return all < MOST && here.add(stream);
    }

    /** @return whether the person has no other page on the same ticket here */
    boolean remove(LiveStream stream) {
        Set<LiveStream> here = open.getOrDefault(stream.person().centre(), Set.of());
        here.remove(stream);
        return here.stream()
                .noneMatch(one -> one.person().username().equals(stream.person().username())
                        && Objects.equals(one.ticket(), stream.ticket()));
    }

    /** The pages here that tell who works on a ticket. */
    List<LiveStream> atWork() {
        return open.values().stream()
                .flatMap(Collection::stream)
                .filter(LiveStream::isAtWork)
                .toList();
    }

    /** Whether what a page shows changed since it was read, so long ago. */
    boolean changedSince(LiveStream stream, Duration age) {
        if (age.compareTo(LATELY) >= 0) {
            return true;
        }
        TicketNumber ticket = stream.ticket();
        Long at = lately.getIfPresent(new Place(stream.person().centre(), ticket == null ? 0 : ticket.value()));
        return at != null && at > System.nanoTime() - age.toNanos();
    }

    /**
     * Tells the pages that show one of these tickets: the office's all, those of a body or a supplier only for what it sees.
     *
     * @param numbers of the tickets that changed; empty when there are too many to say
     */
    void changed(long centre, Set<Long> numbers) {
        long now = System.nanoTime();
        lately.put(new Place(centre, 0), now);
        numbers.forEach(number -> lately.put(new Place(centre, number), now));
        Set<LiveStream> here = open.getOrDefault(centre, Set.of());
        boolean outsiders = here.stream().anyMatch(one -> !(one.viewer() instanceof Viewer.Office));
        List<TicketReader.Shared> seen = outsiders && !numbers.isEmpty()
                ? Acting.as(
                        centre,
                        Acting.PROGRAM,
                        () -> Objects.requireNonNull(transaction.execute(_ -> store.shared(numbers))))
                : List.of();
        for (LiveStream one : here) {
            TicketNumber ticket = one.ticket();
            if (numbers.isEmpty() || one.viewer() instanceof Viewer.Office && ticket == null) {
                one.wake();
            } else if (ticket != null && numbers.contains(ticket.value())) {
                one.wake();
                if (!(one.viewer() instanceof Viewer.Office) && !sees(one, seen, ticket)) {
                    one.end(); // it is told once that the ticket is no longer among its own
                }
            } else if (ticket == null && sees(one, seen, null)) {
                one.wake();
            }
        }
    }

    private static boolean sees(LiveStream stream, List<TicketReader.Shared> seen, @Nullable TicketNumber number) {
        return seen.stream()
                .filter(one -> number == null || one.ticket().number().equals(number))
                .anyMatch(one -> one.isSeenBy(stream.viewer()));
    }

    /** Nobody listened for a while: every page reads again. */
    void missed() {
        open.values().forEach(here -> here.forEach(LiveStream::wake));
    }

    /** Ends the pages of somebody who signed out. */
    void signedOut(long centre, String username) {
        open.getOrDefault(centre, Set.of()).stream()
                .filter(one -> one.person().username().equals(username))
                .forEach(LiveStream::end);
    }

    void endAll() {
        open.values().forEach(here -> here.forEach(LiveStream::end));
    }

    /** Somebody has opened a ticket: its other pages say so, and the new one learns who was there. */
    void arrived(long centre, long ticket, String username, String name) {
        stays(centre, ticket, username, name);
        tellPresent(new Place(centre, ticket));
    }

    /** Somebody still has a ticket open. */
    void stays(long centre, long ticket, String username, String name) {
        Place place = new Place(centre, ticket);
        Present before = present.computeIfAbsent(place, _ -> new ConcurrentHashMap<>())
                .put(username, new Present(name, System.nanoTime()));
        if (before == null) {
            tellPresent(place);
        }
    }

    void left(long centre, long ticket, String username) {
        Place place = new Place(centre, ticket);
        Map<String, Present> there = present.get(place);
        if (there != null && there.remove(username) != null) {
            tellPresent(place);
        }
    }

    /** Forgets those of whom nothing was heard. */
    void forgetAbsent() {
        long limit = System.nanoTime() - ABSENT_AFTER.toNanos();
        present.forEach((place, there) -> {
            if (there.values().removeIf(one -> one.heard < limit)) {
                tellPresent(place);
            }
        });
        present.values().removeIf(Map::isEmpty);
    }

    private void tellPresent(Place place) {
        Map<String, Present> there = present.getOrDefault(place, Map.of());
        for (LiveStream one : open.getOrDefault(place.centre, Set.of())) {
            TicketNumber ticket = one.ticket();
            if (one.isAtWork() && ticket != null && ticket.value() == place.ticket) {
                Map<String, String> others = new LinkedHashMap<>();
                there.forEach((username, other) -> {
                    if (!username.equals(one.person().username())) {
                        others.put(username, other.name);
                    }
                });
                one.tellPresent(sentence(others.values().stream().sorted().toList()));
            }
        }
    }

    private static String sentence(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> "Anche " + names.getFirst() + " sta lavorando su questa richiesta.";
            default ->
                names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ", "Anche ", "")) + " e "
                        + names.getLast() + " stanno lavorando su questa richiesta.";
        };
    }
}
