// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The form of a question.
 *
 * @param token that shows when the form was made, and that it was not sent before
 * @param privacy text of the centre, which the consent is about
 */
public record SiteQuestion(
        Shell shell, String action, String token, List<Option> services, String privacy, FormInput form) {}
