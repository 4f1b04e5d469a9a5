// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centres;
import it.opencit.organizations.Organization;
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

    private static final String QUESTIONS = "domande-dal-sito";

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
     * @param questions code of the category of what is asked from the public site; "" for one of their own
     */
    public record Settings(boolean open, OrganizationId body, String questions) {

        /** With questions sorted as the centre has not said: under a category of their own. */
        public Settings(boolean open, OrganizationId body) {
            this(open, body, "");
        }
    }

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
        String questions = settings.questions();
        if (!questions.isEmpty()
                && rulebooks.current().offered().stream()
                        .noneMatch(one -> one.code().equals(questions))) {
            throw Refusal.inField("questions", "tickets.category.unknown", questions);
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

    /**
     * Whether the public site takes questions: where the centre has a text on privacy to be read, and a body that their
     * tickets are of.
     */
    @Transactional(readOnly = true)
    public boolean takesQuestions() {
        return !centres.current().privacyText().isBlank() && bodyOfQuestions().isPresent();
    }

    /** The body of {@link Settings}; before anybody decided, the one that runs the centre. */
    Optional<OrganizationId> bodyOfQuestions() {
        return store.settings().map(Settings::body).or(() -> {
            String lead = centres.current().leadBody();
            return organizations.all().stream()
                    .filter(body -> body.fullName().equalsIgnoreCase(lead))
                    .map(Organization::id)
                    .findFirst();
        });
    }

    /** Code of the category of questions; their own is made when the first comes. */
    @Transactional
    String categoryOfQuestions() {
        String chosen = store.settings().map(Settings::questions).orElse("");
        boolean offered = rulebooks.current().offered().stream()
                .anyMatch(one -> one.code().equals(chosen));
        if (offered) {
            return chosen;
        }
        rulebooks.ensure(new Category(
                0,
                QUESTIONS,
                null,
                Messages.text("tickets.question.category"),
                Messages.text("tickets.question.category.hint"),
                Set.of(Category.Ask.SERVICE),
                false,
                false,
                0));
        return QUESTIONS;
    }

    /** What a ticket may be sorted by. */
    @Transactional
    List<Category> offered() {
        return rulebooks.current().offered();
    }
}
