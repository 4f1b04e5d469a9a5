// SPDX-License-Identifier: EUPL-1.2
package it.opencit.notices;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The mails of a centre, the latest first. */
final class MailList {

    private MailList() {}

    static Listing listing() {
        return Listing.named("avvisi")
                .from("notices.mail m")
                .key("m.id")
                .column(Column.moment("data", "Preparata il", "m.created_at"))
                .column(Column.text("oggetto", "Oggetto", "m.subject").linkedTo(MailController.MAILS + "/{key}"))
                .column(Column.text("destinatario", "Destinatario", "m.recipient"))
                .column(Column.text("stato", "Stato", stateLabels()))
                .column(Column.moment("inviata", "Inviata il", "m.sent_at"))
                .filter(Filter.search(
                        "Oggetto o destinatario",
                        "opencit.plain(m.subject || ' ' || m.recipient) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(MailState.values())
                                .map(state -> new Option(state.name(), state.label()))
                                .toList(),
                        "m.state = :value"))
                .sortedDescendingBy("data")
                .whenEmpty(
                        "Nessun messaggio. Qui restano quelli che il programma manda: solleciti, promemoria, richieste di pagamento.",
                        null,
                        null);
    }

    private static String stateLabels() {
        return Arrays.stream(MailState.values())
                .map(state -> "when '" + state.name() + "' then '" + state.label() + "'")
                .collect(Collectors.joining(" ", "case m.state ", " end"));
    }
}
