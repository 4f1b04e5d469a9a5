// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Italian;
import it.opencit.trail.pages.TrailPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator reads who changed what, and makes sure that nobody changed that record. */
@Controller
@AllowedTo(Role.COORDINATORE)
class TrailController {

    static final String ADDRESS = "/gestione/registro";

    private final Templates templates;
    private final TrailStore trail;
    private final TrailList list;
    private final TrailEntryViews views;
    private final SealStore store;
    private final Seals seals;
    private final Lists lists;
    private final Exports exports;

    TrailController(
            Templates templates,
            TrailStore trail,
            TrailList list,
            TrailEntryViews views,
            SealStore store,
            Seals seals,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.trail = trail;
        this.list = list;
        this.views = views;
        this.store = store;
        this.seals = seals;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ADDRESS)
    JteModel show(ListRequest request) {
        Seal last = store.last();
        long waiting = store.waitingAfter(last);
        var verification = store.verification();
        return templates.trailTrail(new TrailPage(
                lists.page(list.shown(), request),
                last.number() == 0 ? "" : Messages.text("trail.seal.last", last.number(), Italian.moment(last.at())),
                last.hash(),
                waiting > SealStore.COUNTED
                        ? Messages.text("trail.waiting.many", SealStore.COUNTED)
                        : Messages.text("trail.waiting", waiting),
                verification
                        .map(found -> Messages.text(
                                "trail.verified",
                                Italian.moment(found.at()),
                                found.by(),
                                found.seals(),
                                found.entries()))
                        .orElse(""),
                verification.map(Verification::problem).orElse("")));
    }

    @GetMapping(ADDRESS + "/registro-delle-modifiche.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(list.whole(), request, format, response);
    }

    @GetMapping(ADDRESS + "/{id:\\d+}")
    JteModel entry(@PathVariable long id) {
        Entry entry = trail.find(id).orElseThrow(() -> new NotFound("Audit entry " + id));
        return templates.trailEntry(views.of(entry, store.of(id)));
    }

    @GetMapping(ADDRESS + "/sigilli")
    JteModel seals(ListRequest request) {
        return templates.trailSeals(lists.page(TrailList.seals(), request));
    }

    @GetMapping(ADDRESS + "/sigilli/sigilli-del-registro.{format}")
    void exportSeals(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(TrailList.seals(), request, format, response);
    }

    @PostMapping(ADDRESS + "/sigilli")
    String seal(RedirectAttributes flash) {
        long sealed = seals.seal();
        flash.addFlashAttribute("notice", Messages.text("trail.sealed", sealed));
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/verifica")
    String verify(RedirectAttributes flash) {
        Verification found = seals.verify();
        if (found.problem().isEmpty()) {
            flash.addFlashAttribute("notice", Messages.text("trail.intact", found.seals()));
        } else {
            flash.addFlashAttribute("warning", found.problem());
        }
        return "redirect:" + ADDRESS;
    }
}
