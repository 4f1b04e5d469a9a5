// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * The form of the menu and of the home page.
 *
 * @param theirs what somebody else saved meanwhile, by field
 * @param lines of the menu, empty ones included
 * @param blocks of the home page
 * @param highlights places for contents to put first
 */
public record ArrangementPage(
        FormInput form, Map<String, String> theirs, String address, int lines, List<Option> blocks, int highlights) {}
