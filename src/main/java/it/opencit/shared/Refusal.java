// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import org.jspecify.annotations.Nullable;

/**
 * A request that the rules do not allow: its message is Italian, says what is wrong, where, and how to mend it. Pages
 * show it in place with status 422, the API as a problem document. Defects stay IllegalArgument/IllegalState.
 */
public class Refusal extends RuntimeException {

    private final String key;
    private final @Nullable String field;

    /**
     * Refuses with the sentence of a key.
     *
     * @param key of {@link Messages}
     * @param arguments of the sentence
     */
    public Refusal(String key, Object... arguments) {
        this(null, key, arguments);
    }

    private Refusal(@Nullable String field, String key, Object[] arguments) {
        super(Messages.text(key, arguments));
        this.key = key;
        this.field = field;
    }

    /** A refusal that concerns one field of a form or of a JSON document. */
    public static Refusal inField(String field, String key, Object... arguments) {
        return new Refusal(field, key, arguments);
    }

    /** The key of the message: what a program may tell refusals apart by. */
    public String key() {
        return key;
    }

    /** The field at fault, where there is one. */
    public @Nullable String field() {
        return field;
    }

    /** The sentence for the reader. */
    public String inItalian() {
        return String.valueOf(getMessage());
    }
}
