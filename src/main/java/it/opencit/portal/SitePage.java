// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;

/** A page of the public site, the same for whoever asks: browsers keep it and ask whether it is still good. */
record SitePage(JteModel page, HttpStatus status) {

    SitePage(JteModel page) {
        this(page, HttpStatus.OK);
    }

    /** The page again, with what was typed and what is wrong. */
    static SitePage refused(JteModel page) {
        return new SitePage(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
