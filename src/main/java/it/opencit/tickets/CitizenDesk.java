// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centres;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether citizens may ask without an account, and of what. */
@Service
public class CitizenDesk {

    private final CitizenStore store;
    private final Rulebooks rulebooks;
    private final Centres centres;
    private final Organizations organizations;

    CitizenDesk(CitizenStore store, Rulebooks rulebooks, Centres centres, Organizations organizations) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.centres = centres;
        this.organizations = organizations;
    }

    /**
     * What the centre decided.
     *
     * @param body that the tickets of citizens are of: every ticket is of one. Its people do not see them, the office does
     */
    public record Settings(boolean open, OrganizationId body) {}

    @Transactional(readOnly = true)
    public Optional<Settings> settings() {
        return store.settings();
    }

    /**
     * Opens the public page, or closes it. The first time, a category that citizens may choose is made if there is none.
     *
     * @throws Refusal when the centre has no privacy text for them to read, or the body is unknown
     */
    @Transactional
    public void decide(Settings settings) {
        if (organizations.find(settings.body()).isEmpty()) {
            throw Refusal.inField("organization", "tickets.citizen.organization");
        }
        if (settings.open() && centres.current().privacyText().isBlank()) {
            throw Refusal.inField("open", "tickets.citizen.no-privacy-text");
        }
        store.keep(settings);
        if (settings.open() && categories().isEmpty()) {
            rulebooks.add(new Category(
                    0,
                    "segnalazioni-dei-cittadini",
                    null,
                    Messages.text("tickets.citizen.category"),
                    Messages.text("tickets.citizen.category.hint"),
                    Set.of(),
                    false,
                    true,
                    0));
        }
    }

    /** What citizens may choose. */
    @Transactional
    List<Category> categories() {
        return rulebooks.current().offered().stream().filter(Category::citizens).toList();
    }
}
