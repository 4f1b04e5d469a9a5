// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who comes to the events, for who prepares them. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class EnrolmentDeskController {

    static final String ADDRESS = "/gestione/portale/iscrizioni";

    private final Templates templates;
    private final EnrolmentStore store;
    private final Lists lists;
    private final Exports exports;

    EnrolmentDeskController(Templates templates, EnrolmentStore store, Lists lists, Exports exports) {
        this.templates = templates;
        this.store = store;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ADDRESS)
    JteModel list(ListRequest request) {
        return templates.portalDeskList(
                lists.page(listing(), request),
                "Iscrizioni agli eventi",
                "Chi aspetta entra da solo, in ordine di arrivo, quando un posto si libera o ne aggiungi.",
                "/eventi",
                "Vedi gli eventi sul sito");
    }

    @GetMapping(ADDRESS + "/iscrizioni-agli-eventi.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(listing(), request, format, response);
    }

    private Listing listing() {
        return Listing.named("iscrizioni-agli-eventi")
                .from("""
                        portal.enrolment e
                        join portal.content c on c.centre_id = e.centre_id and c.id = e.content_id""")
                .key("e.id")
                .column(Column.text("evento", "Evento", "c.title"))
                .column(Column.moment("inizio", "Inizio", "c.starts_at"))
                .column(Column.text("stato", "Stato", states()))
                .column(Column.text("cognome", "Cognome", "e.surname"))
                .column(Column.text("nome", "Nome", "e.name"))
                .column(Column.text("ente", "Comune o ente", "e.body"))
                .column(Column.text("posta", "Posta elettronica", "e.email"))
                .column(Column.moment("iscritto", "Iscritto il", "e.consented_at"))
                .filter(
                        Filter.search(
                                "Nome, ente o indirizzo",
                                "opencit.plain(e.name || ' ' || e.surname || ' ' || e.body || ' ' || e.email) like '%' || opencit.plain(:word) || '%'"))
                .filter(Filter.choice("evento", "Evento", store.events(), "e.content_id = :value::bigint"))
                .filter(Filter.choice(
                        "stato",
                        "Stato",
                        Arrays.stream(EnrolmentState.values())
                                .map(state -> new Option(state.name(), state.label()))
                                .toList(),
                        "e.state = :value"))
                .sortedDescendingBy("iscritto")
                .whenEmpty("Nessuna iscrizione. Ci si iscrive agli eventi che hanno un numero di posti.", null, null);
    }

    private static String states() {
        return Arrays.stream(EnrolmentState.values())
                .map(state -> "when '" + state.name() + "' then '" + state.label() + "'")
                .collect(Collectors.joining(" ", "case e.state ", " end"));
    }
}
