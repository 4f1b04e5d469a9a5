// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The accounts of a body, for the staff. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class StatementController {

    private final Templates templates;
    private final StatementPages pages;
    private final PaymentLetters letters;
    private final Exports exports;
    private final Clock clock;

    StatementController(
            Templates templates, StatementPages pages, PaymentLetters letters, Exports exports, Clock clock) {
        this.templates = templates;
        this.pages = pages;
        this.letters = letters;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/gestione/estratto-conto/{body}")
    JteModel show(@PathVariable OrganizationId body) {
        return templates.receiptsStatement(pages.of(body, true), "/gestione/estratto-conto/" + body, body.toString());
    }

    @GetMapping("/gestione/estratto-conto/{body}/estratto-conto.pdf")
    ResponseEntity<byte[]> document(@PathVariable OrganizationId body) {
        return PaymentRequestController.pdf(
                letters.statement(pages.of(body, true), LocalDate.now(clock)), "estratto-conto-" + body);
    }

    @GetMapping("/gestione/estratto-conto/{body}/righe.{format}")
    void export(
            @PathVariable OrganizationId body,
            @PathVariable ExportFormat format,
            ListRequest request,
            HttpServletResponse out)
            throws IOException {
        exports.send(StatementPages.listing(), pages.rows(body), request, format, out);
    }
}
