// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * The form of a contract.
 *
 * @param offerings the check boxes of the services: name of the field and title
 * @param renewable contracts that this one can renew
 */
public record ContractFormPage(
        FormInput form,
        String action,
        String back,
        String title,
        Map<String, String> theirs,
        List<Option> suppliers,
        List<Option> offerings,
        List<Option> renewable) {}
