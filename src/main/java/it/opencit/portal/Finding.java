// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.Messages;

/** What became of looking at a page of another site. */
enum Finding {
    RIGHT,
    /** It opens, and says that it stands at another address for good. */
    MOVED,
    /** The server answers, but not to programs: one has to look. */
    GUARDED,
    NOT_FOUND,
    /** The server answers with a failure of its own. */
    ERROR,
    /** No answer in time. */
    SLOW,
    /** No site of this name. */
    UNKNOWN,
    /** Nobody answers at the address of the site. */
    UNREACHABLE,
    EXPIRED,
    /** The certificate is not one that a browser trusts. */
    CERTIFICATE,
    /** Sent on and on. */
    LOOP,
    /** An address that only our own network sees: it was not looked at. */
    PRIVATE,
    /** It is, or sends on to, what is no address. */
    MISWRITTEN;

    /** Whether somebody who follows the link gets nowhere. */
    boolean isWrong() {
        return compareTo(GUARDED) > 0;
    }

    /** The reason, for who mends the text. */
    String inItalian(String detail) {
        return Messages.text("portal.link." + name(), detail);
    }
}
