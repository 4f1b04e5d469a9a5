// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.portal.OutsideLinkStore.Progress;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Italian;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which links of the site lead nowhere, for who writes its texts. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class LinkController {

    static final String ADDRESS = "/gestione/portale/collegamenti";
    static final String CHECK = ADDRESS + "/controllo";

    private final Templates templates;
    private final BrokenLinks links;
    private final Lists lists;
    private final Exports exports;

    LinkController(Templates templates, BrokenLinks links, Lists lists, Exports exports) {
        this.templates = templates;
        this.links = links;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ADDRESS)
    JteModel list(ListRequest request) {
        Progress progress = links.progress();
        return templates.portalLinks(
                lists.page(LinkList.listing(progress), LinkList.rows(links.all()), request),
                LinkList.seen(progress),
                CHECK,
                progress.all() > 0);
    }

    @GetMapping(ADDRESS + "/collegamenti.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(LinkList.listing(links.progress()), LinkList.rows(links.all()), request, format, response);
    }

    /** The looking itself is a job's: no page waits for other people's servers. */
    @PostMapping(CHECK)
    String check(RedirectAttributes flash) {
        int due = links.check();
        flash.addFlashAttribute(
                "notice",
                switch (due) {
                    case 0 ->
                        "Non c'è niente da controllare adesso: i collegamenti verso altri siti sono stati visti negli ultimi cinque minuti.";
                    case 1 ->
                        "Si sta controllando un collegamento verso un altro sito: ricarica la pagina tra un minuto.";
                    default ->
                        "Si stanno controllando " + Italian.number(due)
                                + " collegamenti verso altri siti: ricarica la pagina tra qualche minuto.";
                });
        return "redirect:" + ADDRESS;
    }
}
