// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

/** Identifies a file within its centre. */
public record FileId(long value) {

    /** Reads the number of a page address: the converter that Spring MVC finds by itself. */
    public static FileId valueOf(String text) {
        return new FileId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
