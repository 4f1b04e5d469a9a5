// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.shared.database.Acting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What other modules may ask of centres. */
@Service
public class Centres {

    /** For how long another process of the same installation may show a centre as it was. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final CentreStore store;
    private final TransactionOperations transaction;
    private final Cache<String, Centre> byHost = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Cache<Long, Centre> byId = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Centres(CentreStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * The centre that answers at a host name; {@code localhost} and its addresses lead to the default one. Every request
     * asks, so it is remembered for a moment; who changes a centre here sees it at once.
     */
    public Optional<Centre> at(String host) {
        Centre known = byHost.getIfPresent(host);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Centre> found = Objects.requireNonNull(transaction.execute(_ -> found(host)));
        found.ifPresent(centre -> byHost.put(host, centre));
        return found;
    }

    private Optional<Centre> found(String host) {
        return switch (host) {
            case "localhost", "127.0.0.1", "[::1]", "::1" -> store.defaultOne();
            default -> store.byHost(host);
        };
    }

    /** The centre this thread works for; remembered as in {@link #at}. */
    public Centre current() {
        long id = Acting.currentCentre();
        Centre known = byId.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Centre found =
                Objects.requireNonNull(transaction.execute(_ -> store.byId(id).orElseThrow()));
        byId.put(id, found);
        return found;
    }

    /** All centres of the installation, in order of foundation. */
    @Transactional(readOnly = true)
    public List<Centre> all() {
        return store.all();
    }

    /** The host names that lead to a centre. */
    @Transactional(readOnly = true)
    public List<String> hosts(Centre centre) {
        return store.hosts(centre.id());
    }

    /** Founds a centre; the first of the installation becomes the default one. Must run for no centre. */
    @Transactional
    public long found(NewCentre centre) {
        forget();
        return store.insert(centre, store.defaultOne().isEmpty());
    }

    /** Makes a host name lead to the centre this thread works for. */
    @Transactional
    public void answerAt(String host) {
        forget();
        store.addHost(Acting.currentCentre(), host);
    }

    /** Goes on for a centre just founded, within the transaction that founded it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(long centre) {
        store.setCentreOfTransaction(centre);
    }

    @Transactional
    void change(CentreSettings settings, int version) {
        forget();
        store.update(Acting.currentCentre(), settings, version);
    }

    @Transactional
    void changeLogo(Logo logo) {
        forget();
        store.updateLogo(Acting.currentCentre(), logo);
    }

    /** Once the transaction is over: before, others would read again what was. */
    private void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                byHost.invalidateAll();
                byId.invalidateAll();
            }
        });
    }

    @Transactional(readOnly = true)
    Optional<Logo> logo() {
        return store.logo(Acting.currentCentre());
    }
}
