// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The public form.
 *
 * @param action where it is sent
 * @param token signed, that makes it good once
 * @param differing whether some category asks what others do not: then its questions can be shown
 * @param asksService whether the category that is chosen asks the service
 * @param needsService whether it may not be left out
 * @param fields of the category that is chosen
 * @param privacy the privacy text of the centre
 * @param follow address of the page to follow a ticket
 */
public record CitizenReportPage(
        String action,
        String token,
        List<Option> categories,
        boolean differing,
        boolean asksService,
        boolean needsService,
        List<Option> services,
        List<FormField> fields,
        String privacy,
        String follow,
        FormInput form) {}
