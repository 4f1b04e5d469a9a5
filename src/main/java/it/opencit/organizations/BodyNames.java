// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.shared.database.Acting;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The names of the bodies of each centre, which nearly every list shows and which hardly ever change. A change at this
 * process is seen at once, one at another within ten seconds.
 */
@Component
class BodyNames {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final OrganizationStore store;
    private final Cache<Long, Map<OrganizationId, String>> byCentre =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    BodyNames(OrganizationStore store) {
        this.store = store;
    }

    /** All names of the current centre, and surely those of these bodies, as far as they exist. */
    Map<OrganizationId, String> with(Collection<OrganizationId> bodies) {
        long centre = Acting.currentCentre();
        Map<OrganizationId, String> known = byCentre.get(centre, _ -> read());
        if (!known.keySet().containsAll(bodies)) {
            known = read();
            byCentre.put(centre, known);
        }
        return known;
    }

    private Map<OrganizationId, String> read() {
        return store.all().stream().collect(Collectors.toUnmodifiableMap(Organization::id, Organization::fullName));
    }

    /** When the transaction that changes a name has ended, however it ends. */
    void forget() {
        long centre = Acting.currentCentre();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            byCentre.invalidate(centre);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                byCentre.invalidate(centre);
            }
        });
    }
}
