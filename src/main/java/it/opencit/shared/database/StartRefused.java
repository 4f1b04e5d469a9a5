// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

/** The program cannot start for a reason that whoever installs it can mend; the message is one line that says how. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
