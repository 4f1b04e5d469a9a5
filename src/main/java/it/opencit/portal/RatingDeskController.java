// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What readers say of the pages, for who writes them. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.REDATTORE})
class RatingDeskController {

    static final String ADDRESS = "/gestione/portale/chiarezza";
    static final String ONE_BY_ONE = ADDRESS + "/giudizi";

    private final Templates templates;
    private final Lists lists;
    private final Exports exports;

    RatingDeskController(Templates templates, Lists lists, Exports exports) {
        this.templates = templates;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ADDRESS)
    JteModel pages(ListRequest request) {
        return templates.portalDeskList(
                lists.page(RatingList.pages(), request),
                "Chiarezza delle pagine",
                "Quanto sono chiare le pagine del sito per chi le legge, da 1 a 5. Di chi vota non si conserva niente.",
                ONE_BY_ONE,
                "Leggi i giudizi uno per uno");
    }

    @GetMapping(ADDRESS + "/chiarezza-delle-pagine.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(RatingList.pages(), request, format, response);
    }

    @GetMapping(ONE_BY_ONE)
    JteModel oneByOne(ListRequest request) {
        return templates.portalDeskList(
                lists.page(RatingList.oneByOne(), request),
                "Giudizi sulle pagine",
                "Gli ultimi giudizi, con quello che i lettori hanno scritto.",
                ADDRESS,
                "Torna alle pagine");
    }

    @GetMapping(ONE_BY_ONE + "/giudizi-sulle-pagine.{format}")
    void exportOneByOne(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(RatingList.oneByOne(), request, format, response);
    }
}
