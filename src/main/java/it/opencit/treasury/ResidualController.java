// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

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
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What had been assessed and not collected on 31 December of a year (TUEL, art. 189). */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class ResidualController {

    private static final String YEAR = Addresses.RESIDUALS + "/{year:\\d+}";
    private static final String LINES = YEAR + "/accertamenti";

    private final Templates templates;
    private final ResidualStore store;
    private final AccertamentoStore accertamenti;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    ResidualController(
            Templates templates,
            ResidualStore store,
            AccertamentoStore accertamenti,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.store = store;
        this.accertamenti = accertamenti;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    /** The last year that is over. */
    @GetMapping(Addresses.RESIDUALS)
    String latest() {
        return "redirect:" + Addresses.RESIDUALS + "/" + (LocalDate.now(clock).getYear() - 1);
    }

    @GetMapping(YEAR)
    JteModel year(@PathVariable int year, ListRequest request) {
        return templates.treasuryResiduals(
                year,
                LocalDate.now(clock).getYear() <= year,
                accertamenti.fiscalYears(),
                store.totals(year),
                lists.page(ResidualLists.byPayer(year), request));
    }

    @GetMapping(YEAR + "/residui.{format}")
    void export(
            @PathVariable int year,
            @PathVariable ExportFormat format,
            ListRequest request,
            HttpServletResponse response)
            throws IOException {
        exports.send(ResidualLists.byPayer(year), request, format, response);
    }

    @GetMapping(LINES)
    JteModel lines(@PathVariable int year, ListRequest request) {
        return templates.treasuryResidualLines(year, lists.page(ResidualLists.lines(year), request));
    }

    @GetMapping(LINES + "/residui-per-accertamento.{format}")
    void exportLines(
            @PathVariable int year,
            @PathVariable ExportFormat format,
            ListRequest request,
            HttpServletResponse response)
            throws IOException {
        exports.send(ResidualLists.lines(year), request, format, response);
    }
}
