// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.KnownAddress;
import it.opencit.access.Persons;
import it.opencit.organizations.Correspondent;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who writes from an address: persons who sign in, people in office of a body, its PEC, and requesters of earlier tickets. */
@Component
class Senders {

    private final Persons persons;
    private final Organizations organizations;
    private final IncomingStore store;
    private final Clock clock;

    Senders(Persons persons, Organizations organizations, IncomingStore store, Clock clock) {
        this.persons = persons;
        this.organizations = organizations;
        this.store = store;
        this.clock = clock;
    }

    /** Whether the address is of a person of the centre. */
    boolean isStaff(String address) {
        return persons.writingFrom(address).stream().anyMatch(known -> known.organization() == null);
    }

    /** The bodies for which it writes; those of earlier tickets only when nothing better is known. */
    List<OrganizationId> bodies(String address) {
        Set<OrganizationId> bodies = new LinkedHashSet<>();
        for (KnownAddress known : persons.writingFrom(address)) {
            Long organization = known.organization();
            if (organization != null) {
                bodies.add(new OrganizationId(organization));
            }
        }
        organizations
                .correspondents(address, LocalDate.now(clock))
                .forEach(correspondent -> bodies.add(correspondent.organization()));
        return bodies.isEmpty() ? store.earlierBodies(address) : List.copyOf(bodies);
    }

    /** The person, as known by its user name or by its address. */
    Author author(Letter letter, OrganizationId body) {
        for (KnownAddress known : persons.writingFrom(letter.sender())) {
            Long organization = known.organization();
            if (organization != null && organization == body.value()) {
                return new Author(known.username(), known.name(), false);
            }
        }
        String name = organizations.correspondents(letter.sender(), LocalDate.now(clock)).stream()
                .filter(correspondent -> correspondent.organization().equals(body))
                .map(Correspondent::name)
                .filter(known -> !known.isBlank())
                .findFirst()
                .orElse(letter.senderName().isBlank() ? letter.sender() : letter.senderName());
        return new Author(letter.sender(), name, false);
    }
}
