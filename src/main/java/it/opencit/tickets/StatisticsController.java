// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How the help desk goes: what is asked stands in the address, so that it can be kept and sent. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class StatisticsController {

    static final String STATISTICS = Addresses.BOARD + "/statistiche";

    private final Templates templates;
    private final StatisticsViews views;
    private final Statistics statistics;
    private final Exports exports;

    StatisticsController(Templates templates, StatisticsViews views, Statistics statistics, Exports exports) {
        this.templates = templates;
        this.views = views;
        this.statistics = statistics;
        this.exports = exports;
    }

    @GetMapping(STATISTICS)
    JteModel show(ListRequest request) {
        boolean behind = statistics.catchUp();
        StatisticsQuery query = views.query(request);
        return templates.ticketsStatistics(views.page(query, request, statistics.answer(query), behind));
    }

    @GetMapping(STATISTICS + "/statistiche.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        statistics.catchUp();
        StatisticsQuery query = views.query(request);
        exports.send(
                StatisticsViews.columns(query.per()),
                views.rows(query, statistics.answer(query)),
                request,
                format,
                response);
    }
}
