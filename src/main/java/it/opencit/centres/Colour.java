// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import it.opencit.shared.Refusal;
import java.util.Locale;

/** A colour {@code #rrggbb} and how well white text reads on it (WCAG 2.2, success criterion 1.4.3). */
record Colour(String value) {

    private static final double ENOUGH = 4.5;

    /** Reads a colour on which white text, and which itself on white, reaches the contrast of level AA. */
    static Colour readable(String field, String typed) {
        if (!typed.matches("#[0-9A-Fa-f]{6}")) {
            throw Refusal.inField(field, "centres.colour.form", typed);
        }
        Colour colour = new Colour(typed.toLowerCase(Locale.ROOT));
        if (colour.contrastWithWhite() < ENOUGH) {
            throw Refusal.inField(field, "centres.colour.contrast", typed, colour.contrastWithWhite());
        }
        return colour;
    }

    /** The contrast ratio with white, from 1 (white) to 21 (black). */
    double contrastWithWhite() {
        return 1.05 / (luminance() + 0.05);
    }

    private double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int at) {
        double share = Integer.parseInt(value.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
