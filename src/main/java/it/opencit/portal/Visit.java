// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteText;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Somebody reads a public page.
 *
 * @param path of the page, without the language
 */
record Visit(Language language, String path) {

    static Visit of(HttpServletRequest request) {
        return new Visit(LanguageFilter.language(request), request.getRequestURI());
    }

    SiteText text() {
        return SiteText.in(language);
    }

    /** The address of a page in the language of this one. */
    String to(String path) {
        return language.address(path);
    }
}
