// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import java.util.List;

/** What a module shows on the home page of the staff; modules declare theirs as beans. Called inside a transaction. */
public interface HomePanel {

    /** Numbers that lead to their lists. */
    List<Count> counts(SignedIn person);

    /** What waits for somebody, most urgent first; nothing when all is well. */
    List<Attention> attention(SignedIn person);

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
