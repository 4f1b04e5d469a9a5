// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;

/**
 * A page of the public site.
 *
 * @param shared whether it is the same for whoever asks: then it is remembered, and browsers ask only whether it is still good
 */
record SitePage(JteModel page, HttpStatus status, boolean shared) {

    /** The same for whoever asks. */
    SitePage(JteModel page) {
        this(page, HttpStatus.OK, true);
    }

    SitePage(JteModel page, HttpStatus status) {
        this(page, status, false);
    }

    /** For who asked alone: it holds a form that is good once, or what one was told. */
    static SitePage forOne(JteModel page) {
        return new SitePage(page, HttpStatus.OK);
    }

    /** The page again, with what was typed and what is wrong. */
    static SitePage refused(JteModel page) {
        return new SitePage(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
