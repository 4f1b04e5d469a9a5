// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FieldAnswers;
import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.Category.Ask;
import it.opencit.tickets.CategoryTemplate.Need;
import it.opencit.tickets.pages.NewTicketPage;
import it.opencit.tickets.pages.SharingForm;
import it.opencit.tickets.pages.SimilarArticles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a new ticket: first its category, then only what that one needs. */
final class NewTicketForm {

    private NewTicketForm() {}

    static NewTicketPage page(
            Rulebook rules,
            String action,
            String back,
            FormInput form,
            List<Organization> bodies,
            boolean office,
            @Nullable SharingForm sharing,
            SimilarArticles similar,
            LocalDate today) {
        Category category = rules.category(form.textOrEmpty("category"))
                .filter(one -> !one.retired())
                .orElse(null);
        CategoryTemplate template = category == null ? CategoryTemplate.none(0) : rules.template(category);
        List<Option> bodyOptions = new ArrayList<>();
        if (office) {
            bodyOptions.add(new Option("", "Scegli l'ente"));
            bodies.forEach(body -> bodyOptions.add(new Option(body.id().toString(), body.fullName())));
        }
        return new NewTicketPage(
                action,
                back,
                form,
                rules.offered().stream()
                        .map(one -> new NewTicketPage.CategoryLine(
                                rules.title(one), one.hint(), action + "?categoria=" + one.code()))
                        .toList(),
                category == null ? "" : category.code(),
                category == null ? "" : rules.title(category),
                category == null ? "" : category.hint(),
                category != null && category.asks(Ask.TYPE),
                asks(category, template, Ask.URGENCY, Need.URGENCY),
                asks(category, template, Ask.SERVICE, Need.SERVICE),
                asks(category, template, Ask.PROTOCOL, Need.PROTOCOL),
                template.required().stream().map(need -> need.field).collect(Collectors.toSet()),
                template.fields(),
                services(rules, today, template.required().contains(Need.SERVICE)),
                bodyOptions,
                Arrays.stream(TicketType.values())
                        .map(one -> new Option(one.name(), one.label()))
                        .toList(),
                template.required().contains(Need.URGENCY) ? choosingUrgency() : urgencies(),
                sharing,
                similar);
    }

    /**
     * What can be chosen as the service concerned; nothing where there is no catalogue.
     *
     * @param needed whether one must be chosen
     */
    static List<Option> services(Rulebook rules, LocalDate today, boolean needed) {
        List<Option> offered = rules.services().offeredOn(today);
        if (offered.isEmpty()) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("", needed ? "Scegli…" : "Nessuno, o non so"));
        options.addAll(offered);
        options.add(new Option(ServiceNames.OTHER, "Altro, non in elenco"));
        return options;
    }

    /** The service that was chosen, or written where the catalogue has it not; "" for none. */
    static String service(FormInput form) {
        String chosen = form.textOrEmpty("service");
        String other = form.textOrEmpty("otherService");
        if (chosen.equals(ServiceNames.OTHER)) {
            return form.required("otherService", "tickets.service.other");
        }
        if (!chosen.isEmpty() && !other.isEmpty()) {
            form.reject("otherService", Messages.text("tickets.service.both"));
        }
        return chosen.isEmpty() ? other : chosen;
    }

    /** What is wanted is asked, whatever else the category asks. */
    private static boolean asks(@Nullable Category category, CategoryTemplate template, Ask ask, Need need) {
        return category != null && (category.asks(ask) || template.required().contains(need));
    }

    private static List<Option> choosingUrgency() {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Scegli…"));
        options.addAll(urgencies());
        return options;
    }

    static List<Option> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    /**
     * A form begun in a category: with what its template proposes, and the service that an address names.
     *
     * @param service by code; "" for none
     */
    static FormInput begun(Rulebook rules, String category, String service) {
        CategoryTemplate template = template(rules, category);
        return FormInput.empty()
                .with("category", category)
                .with("service", rules.services().code(service))
                .with("title", template.title())
                .with("description", template.description())
                .with("urgency", template.required().contains(Need.URGENCY) ? null : Urgency.MEDIUM);
    }

    static CategoryTemplate template(Rulebook rules, String category) {
        return rules.category(category).map(rules::template).orElseGet(() -> CategoryTemplate.none(0));
    }

    /**
     * Marks what the category wants and is missing, and reads the answers in its own fields.
     *
     * @param asked what of its needs the form asks at all
     */
    static Map<String, String> answers(CategoryTemplate template, FormInput form, Set<Need> asked) {
        for (Need need : Need.values()) {
            boolean missing = form.textOrEmpty(need.field).isEmpty()
                    && (need != Need.SERVICE || form.textOrEmpty("otherService").isEmpty());
            if (missing && asked.contains(need) && template.required().contains(need)) {
                form.reject(need.field, Messages.text(need.message));
            }
        }
        return FieldAnswers.read(template.fields(), form);
    }

    /**
     * What a program answers in the own fields of a category, and whether it says what the category wants.
     *
     * @param typed by the names of the fields of the form
     * @param answers by key
     * @throws Refusal of the first thing that is missing or wrong, in the field {@code answers.key} for an answer
     */
    static Map<String, String> answers(
            CategoryTemplate template, Map<String, String> typed, Map<String, String> answers) {
        FormInput form = FormInput.empty();
        typed.forEach(form::with);
        answers.forEach((key, answer) -> {
            if (template.fields().stream().noneMatch(field -> field.key().equals(key))) {
                throw Refusal.inField(
                        "answers." + key,
                        "tickets.answer.unknown",
                        key,
                        template.fields().stream().map(FormField::key).collect(Collectors.joining(", ")));
            }
            form.with(FormField.INPUT + key, answer);
        });
        Map<String, String> read = answers(template, form, EnumSet.allOf(Need.class));
        for (Map.Entry<String, String> wrong : form.errors()) {
            String field = wrong.getKey();
            String key = field.startsWith(FormField.INPUT) ? field.substring(FormField.INPUT.length()) : "";
            String label = template.fields().stream()
                    .filter(one -> one.key().equals(key))
                    .map(one -> one.label() + ": ")
                    .findFirst()
                    .orElse("");
            throw Refusal.inField(key.isEmpty() ? field : "answers." + key, "tickets.answer", label + wrong.getValue());
        }
        return read;
    }

    /** What was typed; {@code null} when the form says what is wrong. */
    static @Nullable NewTicket read(Rulebook rules, FormInput form, @Nullable OrganizationId own) {
        String title = form.required("title", "tickets.title.required");
        String description = form.required("description", "tickets.description.required");
        OrganizationId body = own;
        if (own == null) {
            Long typed = form.integer("organizationId");
            body = typed == null ? null : new OrganizationId(typed);
            if (body == null) {
                form.reject("organizationId", Messages.text("tickets.organization"));
            }
        }
        TicketType type = form.choice("type", TicketType.class);
        Urgency urgency = form.choice("urgency", Urgency.class);
        String service = service(form);
        Map<String, String> answers =
                answers(template(rules, form.textOrEmpty("category")), form, EnumSet.allOf(Need.class));
        if (title.length() > 200) {
            form.reject(Refusal.inField("title", "tickets.too-long", 200, title.length()));
        }
        if (!form.isValid() || body == null) {
            return null;
        }
        return new NewTicket(
                type == null ? TicketType.REQUEST : type,
                form.textOrEmpty("category"),
                urgency == null ? Urgency.MEDIUM : urgency,
                title,
                description,
                body,
                form.textOrEmpty("requester"),
                form.textOrEmpty("email"),
                service,
                form.textOrEmpty("protocol"),
                Sharing.WHOLE_BODY,
                answers);
    }
}
