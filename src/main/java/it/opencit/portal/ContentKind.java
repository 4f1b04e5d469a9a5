// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** What is published, by hand of who edits the portal. */
public enum ContentKind {
    PAGE("Pagina", ""),
    NEWS("Notizia", "/novita"),
    EVENT("Evento", "/eventi"),
    PROJECT("Progetto", "/work-in-progress");

    private final String label;
    private final String address;

    ContentKind(String label, String address) {
        this.label = label;
        this.address = address;
    }

    /** As the staff reads it. */
    String label() {
        return label;
    }

    /** Where the public finds the list; "" for pages, which are listed by their {@link Section}. */
    String address() {
        return address;
    }
}
