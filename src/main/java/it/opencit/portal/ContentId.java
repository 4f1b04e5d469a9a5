// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** Number of a content within its centre. */
record ContentId(long value) {

    /** As addresses carry it. */
    static ContentId valueOf(String text) {
        return new ContentId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
