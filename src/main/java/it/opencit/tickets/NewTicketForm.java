// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.Category.Ask;
import it.opencit.tickets.pages.NewTicketPage;
import it.opencit.tickets.pages.SharingForm;
import it.opencit.tickets.pages.SimilarArticles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                category != null && category.asks(Ask.URGENCY),
                category != null && category.asks(Ask.SERVICE),
                category != null && category.asks(Ask.PROTOCOL),
                services(rules, today),
                bodyOptions,
                Arrays.stream(TicketType.values())
                        .map(one -> new Option(one.name(), one.label()))
                        .toList(),
                urgencies(),
                sharing,
                similar);
    }

    /** What can be chosen as the service concerned; nothing where there is no catalogue. */
    static List<Option> services(Rulebook rules, LocalDate today) {
        List<Option> offered = rules.services().offeredOn(today);
        if (offered.isEmpty()) {
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "Nessuno, o non so"));
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

    static List<Option> urgencies() {
        return Arrays.stream(Urgency.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }

    /** What was typed; {@code null} when the form says what is wrong. */
    static @Nullable NewTicket read(FormInput form, @Nullable OrganizationId own) {
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
                form.textOrEmpty("protocol"));
    }
}
