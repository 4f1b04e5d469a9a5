// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/** The form of a sheet. */
public record SheetFormPage(
        FormInput form, String offering, String title, Map<String, String> theirs, List<Option> levels) {}
