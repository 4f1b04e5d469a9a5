// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/**
 * What changed between two versions of a content.
 *
 * @param content its title
 * @param address of the content
 * @param from which version, when and by whom
 * @param fields those that changed
 */
public record ContentChanges(String content, String address, String from, String to, List<Field> fields) {

    /** A field that changed. */
    public record Field(String label, List<Part> parts) {}

    /** A piece of text that stayed, went or came. */
    public record Part(Kind kind, String text) {

        public boolean isRemoved() {
            return kind == Kind.REMOVED;
        }

        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        /** What became of a piece. */
        public enum Kind {
            SAME,
            REMOVED,
            ADDED
        }
    }
}
