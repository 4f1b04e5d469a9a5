// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

/** How sure it is that a link has to be mended, the surest first. */
enum LinkState {
    BROKEN("Rotto"),
    /** It failed once: a site may have a bad moment. */
    TO_RECHECK("Da ricontrollare"),
    /** It works, and is going to stop one day. */
    MOVED("Spostato"),
    /** Only a person can tell. */
    GUARDED("Da aprire a mano");

    private final String label;

    LinkState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
