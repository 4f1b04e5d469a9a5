// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.organizations.Organizations;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.Option;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Catalogue catalogue;
    private final Cache<Long, Offered> byCentre =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    SieveChoices(Assignees assignees, Organizations organizations, Catalogue catalogue) {
        this.assignees = assignees;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    /**
     * What there is to choose.
     *
     * @param assignees by code
     * @param bodies by name
     * @param services of the catalogue
     */
    record Offered(List<Option> assignees, List<Option> bodies, List<Service> services) {

        /** The name of who has a code; the code itself for nobody known. */
        String name(String code) {
            return assignees.stream()
                    .filter(one -> one.value().equals(code))
                    .findFirst()
                    .map(Option::label)
                    .orElse(code);
        }

        /** What tickets of a service may call it: by title or by code, whichever was typed; in lower case. */
        Set<String> called(String typed) {
            String service = typed.strip().toLowerCase(Locale.ITALIAN);
            return service.isEmpty()
                    ? Set.of()
                    : Stream.concat(
                                    Stream.of(service),
                                    services.stream()
                                            .filter(one -> one.code.equals(service) || one.title.equals(service))
                                            .flatMap(one -> Stream.of(one.code, one.title)))
                            .collect(Collectors.toSet());
        }
    }

    /**
     * A service of the catalogue.
     *
     * @param code in lower case, as {@code title}
     * @param shown its title
     */
    record Service(String code, String title, String shown) {

        static Service of(Offering offering) {
            return new Service(
                    offering.code().toLowerCase(Locale.ITALIAN),
                    offering.title().toLowerCase(Locale.ITALIAN),
                    offering.title());
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
                                .toList(),
                        catalogue.offerings().stream().map(Service::of).toList()));
    }
}
