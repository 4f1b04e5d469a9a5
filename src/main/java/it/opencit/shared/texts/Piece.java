// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.texts;

import org.jspecify.annotations.Nullable;

/**
 * The least part of a line of text that has a look of its own.
 *
 * @param text one character, {@code "\n"} for a line break; the words in place of a picture
 * @param picture its address, {@code null} for text
 */
record Piece(String text, Look look, @Nullable String picture) {

    static final Look PLAIN = new Look(false, false, false, null);

    /**
     * How words look.
     *
     * @param link where they lead, {@code null} for nowhere
     */
    record Look(
            boolean strong,
            boolean emphasis,
            boolean code,
            @Nullable String link) {

        Look asStrong(boolean now) {
            return new Look(now, emphasis, code, link);
        }

        Look asEmphasis(boolean now) {
            return new Look(strong, now, code, link);
        }

        Look asCode() {
            return new Look(strong, emphasis, true, link);
        }

        Look leadingTo(@Nullable String address) {
            return new Look(strong, emphasis, code, address);
        }
    }

    boolean isBreak() {
        return picture == null && text.equals("\n");
    }

    boolean isBlank() {
        return picture == null && text.isBlank();
    }

    boolean isPunctuation() {
        return picture == null && !isBlank() && !isWord();
    }

    boolean isWord() {
        return picture == null && !text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0));
    }

    Piece with(Look other) {
        return new Piece(text, other, picture);
    }
}
