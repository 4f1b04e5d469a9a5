// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormFields;
import it.opencit.shared.forms.FormInput;
import it.opencit.tickets.CategoryTemplate.Need;
import it.opencit.tickets.CategoryTemplate.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The template of a category as it is typed. */
final class TemplateForms {

    private static final Pattern TASK = Pattern.compile("task-(\\d{1,3})");
    private static final int EMPTY = 3;

    private TemplateForms() {}

    static String name(Need need) {
        return "need-" + need.name();
    }

    static FormInput of(CategoryTemplate template) {
        Assignee assignee = template.assignee();
        FormInput form = FormInput.empty()
                .with("version", template.version())
                .with("title", template.title())
                .with("description", template.description())
                .with("to", assignee == null ? null : assignee.code())
                .with("atOnce", template.atOnce() ? "si" : null);
        template.required().forEach(need -> form.with(name(need), "si"));
        for (int i = 0; i < template.tasks().size(); i++) {
            Step task = template.tasks().get(i);
            form.with("task-" + i, task.title()).with("task-" + i + "-blocking", task.blocking() ? "si" : null);
        }
        return FormFields.fill(form, template.fields());
    }

    /** The numbers of the lines of tasks to show: those with something in them, and some empty ones. */
    static List<Integer> tasks(FormInput form) {
        List<Integer> numbers = new ArrayList<>(filled(form));
        int next = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
        for (int i = 0; i < EMPTY; i++) {
            numbers.add(next + i);
        }
        return numbers;
    }

    private static Set<Integer> filled(FormInput form) {
        Set<Integer> numbers = new TreeSet<>();
        for (String name : form.values().keySet()) {
            Matcher task = TASK.matcher(name);
            if (task.matches() && !form.typed(name).isBlank()) {
                numbers.add(Integer.valueOf(task.group(1)));
            }
        }
        return numbers;
    }

    /**
     * The template that was typed; {@code null} when the form says what is wrong.
     *
     * @param assignee who was chosen; {@code null} for nobody
     */
    static @Nullable CategoryTemplate read(FormInput form, long category, @Nullable Assignee assignee) {
        List<FormField> fields = FormFields.read(form);
        Set<Need> required = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if (form.isChecked(name(need))) {
                required.add(need);
            }
        }
        List<Step> tasks = filled(form).stream()
                .map(number ->
                        new Step(form.textOrEmpty("task-" + number), form.isChecked("task-" + number + "-blocking")))
                .toList();
        if (!form.isValid()) {
            return null;
        }
        try {
            return new CategoryTemplate(
                    0,
                    category,
                    form.version() + 1,
                    form.textOrEmpty("title"),
                    form.textOrEmpty("description"),
                    required,
                    assignee,
                    form.isChecked("atOnce"),
                    tasks,
                    fields,
                    null,
                    "");
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }
}
