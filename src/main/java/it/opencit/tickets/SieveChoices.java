// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.organizations.Organizations;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.Option;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the filters of the list offer besides the rules of the centre. The list is the page asked for most, and these change
 * seldom: each centre's are remembered for half a minute, and cost a page no statement.
 */
@Component
class SieveChoices {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Assignees assignees;
    private final Organizations organizations;
    private final Cache<Long, Offered> byCentre =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    SieveChoices(Assignees assignees, Organizations organizations) {
        this.assignees = assignees;
        this.organizations = organizations;
    }

    /**
     * What there is to choose.
     *
     * @param assignees by code
     * @param bodies by name
     */
    record Offered(List<Option> assignees, List<Option> bodies) {

        /** The name of who has a code; the code itself for nobody known. */
        String name(String code) {
            return assignees.stream()
                    .filter(one -> one.value().equals(code))
                    .findFirst()
                    .map(Option::label)
                    .orElse(code);
        }
    }

    Offered offered() {
        return byCentre.get(
                Acting.currentCentre(),
                _ -> new Offered(
                        assignees.offered().stream()
                                .map(one -> new Option(one.code(), one.shown()))
                                .toList(),
                        organizations.names(Set.of()).values().stream()
                                .sorted()
                                .map(name -> new Option(name, ""))
                                .toList()));
    }
}
