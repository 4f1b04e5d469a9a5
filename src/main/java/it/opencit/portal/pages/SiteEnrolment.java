// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * The form to enrol to an event.
 *
 * @param open whether one may still enrol
 * @param places how many are left, or that one would wait
 * @param token that shows when the form was made, and that it was not sent before
 */
public record SiteEnrolment(
        Shell shell,
        String action,
        List<SiteContent.Fact> facts,
        boolean open,
        String places,
        String token,
        String privacy,
        FormInput form) {}
