// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FieldAnswers;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket of a category is born. A version never changes: a ticket keeps the one that it was opened with.
 *
 * @param id 0 for a category whose template nobody has written
 * @param category identifier
 * @param version from 1; 0 where there is none
 * @param title proposed to who opens; "" for none
 * @param description proposed to who opens; "" for none
 * @param required what may not be missing besides title and description
 * @param assignee who usually has it; {@code null} for nobody
 * @param atOnce whether it is given to the assignee as it is opened, who else is only proposed to who assigns it
 * @param tasks that each ticket gets, in order
 * @param fields of its own, in the order to show them
 * @param writtenAt {@code null} where there is none
 */
record CategoryTemplate(
        long id,
        long category,
        int version,
        String title,
        String description,
        Set<Need> required,
        @Nullable Assignee assignee,
        boolean atOnce,
        List<Step> tasks,
        List<FormField> fields,
        @Nullable Instant writtenAt,
        String writtenBy) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_TASKS = 30;

    /** What may be wanted of who opens a ticket, by the name of its field. */
    enum Need {
        URGENCY("urgency", "Urgenza", "tickets.need.urgency"),
        SERVICE("service", "Servizio", "tickets.need.service"),
        PROTOCOL("protocol", "Protocollo", "tickets.need.protocol"),
        EMAIL("email", "Posta elettronica per gli avvisi", "tickets.need.email");

        final String field;
        final String label;
        final String message;

        Need(String field, String label, String message) {
            this.field = field;
            this.label = label;
            this.message = message;
        }
    }

    /** Something to do for each ticket; one that blocks holds back the solution. */
    record Step(String title, boolean blocking) {}

    /** What was answered in one of its fields, in words. */
    record Answered(String key, String label, String value) {}

    CategoryTemplate {
        required = Set.copyOf(required);
        tasks = List.copyOf(tasks);
        fields = List.copyOf(fields);
        FormFields.check(fields);
        if (title.length() > LONGEST_TITLE) {
            throw Refusal.inField("title", "tickets.too-long", LONGEST_TITLE, title.length());
        }
        if (atOnce && assignee == null) {
            throw Refusal.inField("to", "tickets.template.at-once");
        }
        if (tasks.size() > MOST_TASKS
                || tasks.stream().anyMatch(one -> one.title().length() > LONGEST_TITLE)) {
            throw new Refusal("tickets.template.tasks", MOST_TASKS, LONGEST_TITLE);
        }
    }

    /** Of a category whose template nobody has written. */
    static CategoryTemplate none(long category) {
        return new CategoryTemplate(0, category, 0, "", "", Set.of(), null, false, List.of(), List.of(), null, "");
    }

    /** Whether two say the same, whatever their version. */
    boolean says(CategoryTemplate other) {
        return title.equals(other.title)
                && description.equals(other.description)
                && required.equals(other.required)
                && java.util.Objects.equals(assignee, other.assignee)
                && atOnce == other.atOnce
                && tasks.equals(other.tasks)
                && fields.equals(other.fields);
    }

    /** Answers beside the labels of their fields, in the order of the fields. */
    List<Answered> answered(Map<String, String> answers) {
        List<Answered> answered = new ArrayList<>();
        for (FormField field : fields) {
            String value = FieldAnswers.shown(field, answers.get(field.key()));
            if (!value.isEmpty()) {
                answered.add(new Answered(field.key(), field.label(), value));
            }
        }
        return answered;
    }
}
