// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.Arrangement.MenuLine;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The menu and the home page as the centre wants them. */
@Service
@Transactional
class Arrangements {

    static final int MOST_LINES = 9;
    static final int MOST_HIGHLIGHTS = 6;

    private static final Pattern INSIDE = Pattern.compile("/(?!/)[\\w./?=&%#-]*");
    private static final Pattern OUTSIDE = Pattern.compile("https?://[^\\s\"<>]+");

    private final ArrangementStore store;
    private final PublishedStore published;

    Arrangements(ArrangementStore store, PublishedStore published) {
        this.store = store;
        this.published = published;
    }

    @Transactional(readOnly = true)
    public Arrangement current() {
        return store.find().orElse(Arrangement.FOUNDED);
    }

    /** The contents put first that the public may read, in their order. */
    @Transactional(readOnly = true)
    public List<Teaser> highlights(Arrangement arrangement) {
        return arrangement.highlights().isEmpty() ? List.of() : published.some(arrangement.highlights());
    }

    /** A published content by its address, such as {@code /novita/manutenzione}. */
    @Transactional(readOnly = true)
    public Optional<ContentId> at(String address) {
        return ContentAddress.of(address)
                .flatMap(one -> published.find(one.kind(), one.section(), one.slug()))
                .map(Published::id);
    }

    /**
     * Arranges the site anew.
     *
     * @throws Refusal for a menu without lines, or a line without label or with an address that leads nowhere
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile
     */
    public void change(Arrangement changed) {
        if (changed.menu().isEmpty() || changed.menu().size() > MOST_LINES) {
            throw new Refusal("portal.arrangement.lines", MOST_LINES);
        }
        for (int at = 0; at < changed.menu().size(); at++) {
            MenuLine line = changed.menu().get(at);
            if (line.label().isBlank() || line.label().length() > 40) {
                throw Refusal.inField("label-" + at, "portal.arrangement.label");
            }
            if (!isAddress(line.address())) {
                throw Refusal.inField("address-" + at, "portal.arrangement.address", line.address());
            }
        }
        store.save(changed);
    }

    private static boolean isAddress(String typed) {
        return INSIDE.matcher(typed).matches() || OUTSIDE.matcher(typed).matches();
    }
}
