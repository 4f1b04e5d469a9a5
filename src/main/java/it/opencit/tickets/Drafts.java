// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.forms.FormInput;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person was typing and has not sent: nobody else sees it. */
@Service
@Transactional
class Drafts {

    private static final int LONGEST = 20_000;

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

    /** What was kept of a new ticket; empty when nothing. */
    @Transactional(readOnly = true)
    public Map<String, String> ofNewTicket(String username) {
        return store.find(username);
    }

    public void forget(String username, @Nullable TicketNumber ticket) {
        store.forget(username, ticket);
    }
}
