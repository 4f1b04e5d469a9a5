// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * The form of a service.
 *
 * @param theirs what somebody else saved meanwhile, by field
 * @param kinds the check boxes of the kinds of body: name of the field and label
 * @param priceRows the numbers of the groups of price fields
 * @param tariffs code and title of those that can be named
 */
public record OfferingFormPage(
        FormInput form,
        String action,
        String title,
        Map<String, String> theirs,
        List<Option> classes,
        List<Option> levels,
        List<Option> areas,
        List<Option> fees,
        List<Option> continuations,
        List<Option> sharings,
        List<Option> partners,
        List<Option> kinds,
        List<Integer> priceRows,
        List<Option> charges,
        List<Option> tariffs) {}
