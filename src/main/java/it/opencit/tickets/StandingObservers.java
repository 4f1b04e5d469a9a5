// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who always follows the new tickets of a body. Each is told what observers are told, of the tickets that it sees anyway: to be
 * named here opens nothing that is confidential, or of its requester, of some persons or of another office.
 */
@Service
@Transactional(readOnly = true)
class StandingObservers {

    private final StandingObserverStore store;
    private final Observers people;
    private final Rulebooks rulebooks;
    private final Clock clock;

    StandingObservers(StandingObserverStore store, Observers people, Rulebooks rulebooks, Clock clock) {
        this.store = store;
        this.people = people;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    public List<StandingObserver> of(OrganizationId body) {
        return store.of(body);
    }

    /** Who is told of a ticket since it follows all of them: each person once, with its address as it is now. */
    public List<Observer> following(Ticket ticket, Sharing sharing) {
        List<Observer> named = store.of(ticket.organization()).stream()
                .filter(one -> !ticket.opened().isBefore(one.since()))
                .filter(one -> one.categories().isEmpty() || families(one).contains(ticket.category()))
                .map(StandingObserver::observer)
                .toList();
        return people.whoSeesAnyway(ticket.organization(), sharing, named);
    }

    private Set<Long> families(StandingObserver one) {
        Rulebook rules = rulebooks.current();
        Set<Long> families = new HashSet<>();
        one.categories().forEach(category -> families.addAll(rules.family(rules.category(category))));
        return families;
    }

    /**
     * Names one who follows from now on.
     *
     * @param who name or user name of a person, or a role ({@code ruolo:RTD})
     * @param categories codes of those it follows; all when empty
     * @throws Refusal when nobody of the body is so called, a person has no address to be told at, it follows already, or a
     *     category is not known
     */
    @Transactional
    public void add(OrganizationId body, String who, List<String> categories, Author by) {
        if (who.isBlank()) {
            throw Refusal.inField("who", "tickets.standing.who");
        }
        Observer found =
                people.find(body, who).orElseThrow(() -> Refusal.inField("who", "tickets.sharing.unknown", who));
        PersonRole role = found.role();
        if (role == null && found.email().isEmpty()) {
            throw Refusal.inField("who", "tickets.standing.address", found.name());
        }
        Rulebook rules = rulebooks.current();
        Set<Long> chosen = new HashSet<>();
        for (String code : categories) {
            chosen.add(rules.category(code)
                    .orElseThrow(() -> Refusal.inField("categories", "tickets.category.unknown", code))
                    .id());
        }
        Observer kept = role == null
                ? new Observer(found.name(), "", found.username())
                : new Observer(role.label(), "", null, role);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the moment of an opening is kept
        if (!store.add(body, new StandingObserver(0, kept, chosen, now, by.name()))) {
            throw Refusal.inField("who", "tickets.standing.already", kept.name());
        }
    }

    @Transactional
    public void remove(OrganizationId body, long id) {
        store.remove(body, id);
    }
}
