// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormInput;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person was typing and has not sent: nobody else sees it. */
@Service
@Transactional
class Drafts {

    private static final int LONGEST = 20_000;

    private static final Set<String> NEW_TICKET = Set.of(
            "category",
            "organizationId",
            "requester",
            "title",
            "description",
            "type",
            "urgency",
            "service",
            "otherService",
            "protocol",
            "email");

    private final DraftStore store;
    private final Clock clock;

    Drafts(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps what stands in some fields; with all of them empty, nothing.
     *
     * @param ticket the answer is for; {@code null} for a new ticket
     */
    public void keep(String username, @Nullable TicketNumber ticket, FormInput form, String... fields) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean any = false;
        for (String field : fields) {
            String typed = form.typed(field);
            values.put(field, typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
            any |= !typed.isBlank() && !field.equals("category");
        }
        if (any) {
            store.keep(username, ticket, values, clock.instant());
        } else {
            store.forget(username, ticket);
        }
    }

    /** Keeps what stands in the form of a new ticket: all but files, who sees it and what a form carries for itself. */
    public void keepNewTicket(String username, FormInput form) {
        keep(
                username,
                null,
                form,
                form.values().keySet().stream()
                        .filter(field -> NEW_TICKET.contains(field) || field.startsWith(FormField.INPUT))
                        .toArray(String[]::new));
    }

    /** What was kept of a new ticket in a category; empty when nothing. */
    @Transactional(readOnly = true)
    public Optional<FormInput> ofNewTicket(String username, String category) {
        Map<String, String> draft = category.isEmpty() ? Map.of() : store.find(username);
        if (!category.equals(draft.get("category"))) {
            return Optional.empty();
        }
        FormInput kept = FormInput.empty();
        draft.forEach(kept::with);
        return Optional.of(kept);
    }

    /**
     * The answer to who keeps a draft of a new ticket.
     *
     * @param silent anything where the script asks, which shows no page; {@code null} for a page
     */
    static Object kept(
            String address, FormInput form, Rulebook rules, @Nullable String silent, RedirectAttributes flash) {
        if (silent != null) {
            return ResponseEntity.noContent().build();
        }
        flash.addFlashAttribute("notice", "Bozza salvata: la ritrovi qui. I file vanno scelti di nuovo.");
        String category = form.textOrEmpty("category");
        return "redirect:" + address + (rules.category(category).isPresent() ? "?categoria=" + category : "");
    }

    public void forget(String username, @Nullable TicketNumber ticket) {
        store.forget(username, ticket);
    }
}
