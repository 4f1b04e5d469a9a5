// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.EmailAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom to write to at a body: its contacts, its responsible for the digital transition, its digital domicile. */
@Component
class Addressees {

    private static final Set<PersonRole> WRITTEN_TO = Set.of(PersonRole.CONTACT, PersonRole.RTD);

    private final Organizations organizations;
    private final Clock clock;

    Addressees(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The addresses of each body, none where none is known. Two queries. */
    Map<OrganizationId, List<String>> of(Collection<Organization> bodies) {
        LocalDate today = LocalDate.now(clock);
        Map<OrganizationId, Set<String>> addresses = new LinkedHashMap<>();
        bodies.forEach(body -> addresses.put(body.id(), new LinkedHashSet<>()));
        for (KnownPerson known : organizations.persons(addresses.keySet())) {
            String email = known.person().email().strip().toLowerCase(Locale.ROOT);
            if (WRITTEN_TO.contains(known.person().role())
                    && known.person().term().contains(today)
                    && EmailAddress.isOne(email)) {
                addresses
                        .computeIfAbsent(known.organization(), _ -> new LinkedHashSet<>())
                        .add(email);
            }
        }
        for (Organization body : bodies) {
            DigitalDomicile domicile = body.details().digitalDomicile();
            if (domicile != null && EmailAddress.isOne(domicile.value())) {
                addresses.computeIfAbsent(body.id(), _ -> new LinkedHashSet<>()).add(domicile.value());
            }
        }
        Map<OrganizationId, List<String>> found = new LinkedHashMap<>();
        addresses.forEach((body, some) -> found.put(body, List.copyOf(some)));
        return found;
    }
}
