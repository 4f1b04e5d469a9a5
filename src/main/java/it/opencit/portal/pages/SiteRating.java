// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * Why a page is clear, or is not.
 *
 * @param back the page that was rated
 * @param explained whether it was said already: then one is thanked
 */
public record SiteRating(
        Shell shell,
        String action,
        String back,
        boolean explained,
        String question,
        List<Option> reasons,
        FormInput form) {}
