// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The editor of a request form.
 *
 * @param offering address of the service
 * @param rows the numbers of the groups of fields
 */
public record RequestFormPage(
        FormInput form, String offering, String title, int version, List<Integer> rows, List<Option> types) {}
