// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The public form.
 *
 * @param action where it is sent
 * @param token signed, that makes it good once
 * @param privacy the privacy text of the centre
 * @param follow address of the page to follow a ticket
 */
public record CitizenReportPage(
        String action, String token, List<Option> categories, String privacy, String follow, FormInput form) {}
