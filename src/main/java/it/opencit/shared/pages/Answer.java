// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;

/** A page with a status of its own: a form sent back with its faults is 422, as htmx expects. */
public record Answer(JteModel page, HttpStatus status) {

    /** The page again, with what was typed and what is wrong. */
    public static Answer refused(JteModel page) {
        return new Answer(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The page as asked. */
    public static Answer ok(JteModel page) {
        return new Answer(page, HttpStatus.OK);
    }
}
