// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import it.opencit.shared.database.Acting;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of centres. */
@Service
public class Centres {

    private final CentreStore store;

    Centres(CentreStore store) {
        this.store = store;
    }

    /** The centre that answers at a host name; {@code localhost} and its addresses lead to the default one. */
    @Transactional(readOnly = true)
    public Optional<Centre> at(String host) {
        return switch (host) {
            case "localhost", "127.0.0.1", "[::1]", "::1" -> store.defaultOne();
            default -> store.byHost(host);
        };
    }

    /** The centre this thread works for. */
    @Transactional(readOnly = true)
    public Centre current() {
        return store.byId(Acting.currentCentre()).orElseThrow();
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
        return store.insert(centre, store.defaultOne().isEmpty());
    }

    /** Makes a host name lead to the centre this thread works for. */
    @Transactional
    public void answerAt(String host) {
        store.addHost(Acting.currentCentre(), host);
    }

    /** Goes on for a centre just founded, within the transaction that founded it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void adopt(long centre) {
        store.setCentreOfTransaction(centre);
    }

    @Transactional
    void change(CentreSettings settings, int version) {
        store.update(Acting.currentCentre(), settings, version);
    }

    @Transactional
    void changeLogo(Logo logo) {
        store.updateLogo(Acting.currentCentre(), logo);
    }

    @Transactional(readOnly = true)
    Optional<Logo> logo() {
        return store.logo(Acting.currentCentre());
    }
}
