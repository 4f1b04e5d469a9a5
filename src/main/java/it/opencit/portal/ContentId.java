// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** Number of a content within its centre. */
public record ContentId(long value) {

    /** Reads the number of a page address: the converter that Spring MVC finds by itself. */
    public static ContentId valueOf(String text) {
        return new ContentId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
