// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views of the list: each person's own, and those that the office shares. They are read with the rules of the centre. */
@Service
class SavedViews {

    /** As many as one person keeps: the board counts them all. */
    static final int MOST = 20;

    private static final int LONGEST = 60;

    private final SavedViewStore store;
    private final Rulebooks rulebooks;

    SavedViews(SavedViewStore store, Rulebooks rulebooks) {
        this.store = store;
        this.rulebooks = rulebooks;
    }

    /** Those that a person sees. */
    @Transactional
    public List<SavedView> of(String username) {
        return rulebooks.current().views().stream()
                .filter(view -> view.isSeenBy(username))
                .toList();
    }

    /** @throws NotFound when there is none, or it is of somebody else */
    @Transactional
    public SavedView get(long id, String username) {
        return of(username).stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("View " + id));
    }

    /**
     * Keeps a view.
     *
     * @return its number
     * @throws Refusal without a name, with one that the person uses already, or when it keeps too many
     */
    @Transactional
    public long add(String name, boolean shared, Map<String, String> filters, SignedIn person) {
        String checked = checked(name, 0, person.username());
        long own = store.all().stream()
                .filter(view -> view.owner().equals(person.username()))
                .count();
        if (own >= MOST) {
            throw new Refusal("tickets.view.most", MOST);
        }
        long id = store.add(new SavedView(0, checked, person.username(), shared, filters, 0));
        rulebooks.revise();
        return id;
    }

    /** Renames a view, or shares it or not. */
    @Transactional
    public void change(SavedView view, int seen, String name, boolean shared, SignedIn person) {
        refuseUnlessChanged(view, person);
        store.change(new SavedView(
                view.id(), checked(name, view.id(), view.owner()), view.owner(), shared, view.filters(), seen));
        rulebooks.revise();
    }

    @Transactional
    public void delete(SavedView view, SignedIn person) {
        refuseUnlessChanged(view, person);
        store.delete(view.id());
        rulebooks.revise();
    }

    private static void refuseUnlessChanged(SavedView view, SignedIn person) {
        if (!view.isChangedBy(person)) {
            throw new AccessDeniedException("A shared view is changed by its owner or who coordinates");
        }
    }

    private String checked(String name, long id, String owner) {
        String stripped = name.strip().replaceAll("\\s+", " ");
        if (stripped.isEmpty()) {
            throw Refusal.inField("name", "tickets.view.name");
        }
        if (stripped.length() > LONGEST) {
            throw Refusal.inField("name", "tickets.too-long", LONGEST, stripped.length());
        }
        if (store.all().stream()
                .anyMatch(view -> view.id() != id
                        && view.owner().equals(owner)
                        && view.name().equalsIgnoreCase(stripped))) {
            throw Refusal.inField("name", "tickets.view.taken", stripped);
        }
        return stripped;
    }
}
