// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The editor of the template of a category.
 *
 * @param category its title
 * @param back address of the category
 * @param written who wrote the version in force and when; "" where nobody wrote one
 * @param needs what may be required: name of the box and label
 * @param tasks numbers of the lines of tasks
 * @param fields numbers of the groups of fields
 * @param types of field
 */
public record CategoryTemplatePage(
        FormInput form,
        String action,
        String category,
        String back,
        String written,
        List<AssigneeChoice> assignees,
        List<Option> needs,
        List<Integer> tasks,
        List<Integer> fields,
        List<Option> types) {}
