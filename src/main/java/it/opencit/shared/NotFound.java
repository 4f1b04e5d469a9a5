// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

/** What an address names is not there, or belongs to another centre: status 404. */
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
