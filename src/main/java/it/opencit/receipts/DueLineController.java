// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lines of a year: the list, the reason of each, what the accounting office takes away. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class DueLineController {

    private final Templates templates;
    private final DuesRuns runs;
    private final ReceiptTerms terms;
    private final Treasury treasury;
    private final AccountingRows accounting;
    private final Lists lists;
    private final Exports exports;

    DueLineController(
            Templates templates,
            DuesRuns runs,
            ReceiptTerms terms,
            Treasury treasury,
            AccountingRows accounting,
            Lists lists,
            Exports exports) {
        this.templates = templates;
        this.runs = runs;
        this.terms = terms;
        this.treasury = treasury;
        this.accounting = accounting;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping("/gestione/entrate/{year}/righe")
    JteModel list(@PathVariable String year, ListRequest request) {
        int ofYear = Years.read(year);
        return templates.receiptsLines(ofYear, lists.page(DueLineList.of(ofYear, runs.of(ofYear)), request));
    }

    @GetMapping("/gestione/entrate/{year}/righe/righe-{same}.{format}")
    void export(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        int ofYear = Years.read(year);
        exports.send(DueLineList.of(ofYear, runs.of(ofYear)), request, format, out);
    }

    /** Everything that the accounting office needs of the approved lines; the columns are explained in the manual. */
    @GetMapping("/gestione/entrate/{year}/ragioneria-{same}.{format}")
    void accounting(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        int ofYear = Years.read(year);
        exports.send(AccountingRows.listing(ofYear), accounting.of(ofYear), request, format, out);
    }

    @GetMapping("/gestione/entrate/{year}/righe/{id:\\d+}")
    JteModel why(@PathVariable String year, @PathVariable long id) {
        DueLine line = runs.line(id);
        if (line.year() != Years.read(year)) {
            throw new NotFound("Due line " + id + " of " + year);
        }
        DuesRun run = runs.get(line.run());
        return templates.receiptsLine(
                LineSheets.page(line, run.name(), terms.current().due().inItalian(line.year()), state(line, run)));
    }

    private String state(DueLine line, DuesRun run) {
        Approval approval = run.approval();
        if (approval == null) {
            return "Bozza: non ancora approvata";
        }
        String act = "Approvata con " + approval.act();
        Accertamento assessed = treasury.bySource(line.source()).orElse(null);
        return assessed == null
                ? act
                : act + "; accertamento " + assessed.label() + ": "
                        + (assessed.residual().isZero()
                                ? "saldato"
                                : "restano da riscuotere " + assessed.residual().inItalian());
    }
}
