// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import java.util.List;

/** What a module shows on the home page of the staff; modules declare theirs as beans. Called inside a transaction. */
public interface HomePanel {

    /** What a person sees of this module. */
    Shown show(SignedIn person);

    /**
     * A module on the home page.
     *
     * @param counts numbers that lead to their lists
     * @param attention what waits for somebody; nothing when all is well
     */
    record Shown(List<Count> counts, List<Attention> attention) {

        /** For who may not look. */
        public static final Shown NOTHING = new Shown(List.of(), List.of());
    }

    /**
     * A number and the list behind it.
     *
     * @param label what is counted, plural: {@code Enti}
     * @param address of the list, with its filters
     */
    record Count(String label, long number, String address) {}

    /**
     * Something to look at.
     *
     * @param urgency how soon
     * @param text a sentence: {@code 3 convenzioni scadono entro 30 giorni}
     * @param address where it is dealt with
     */
    record Attention(Urgency urgency, String text, String address) {}

    /** How soon something wants attention. */
    enum Urgency {
        NOW,
        SOON,
        WHEN_CONVENIENT
    }
}
