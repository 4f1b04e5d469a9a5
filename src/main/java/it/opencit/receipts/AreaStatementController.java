// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
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

/** The accounts of a body, for its own people: of no other body. */
@Controller
@AllowedTo(Role.REFERENTE)
class AreaStatementController {

    private final Templates templates;
    private final StatementPages pages;
    private final DuesRuns runs;
    private final PaymentRequests requests;
    private final PaymentRequestPages letterPages;
    private final ReceiptTerms terms;
    private final PaymentLetters letters;
    private final Exports exports;
    private final Clock clock;

    AreaStatementController(
            Templates templates,
            StatementPages pages,
            DuesRuns runs,
            PaymentRequests requests,
            PaymentRequestPages letterPages,
            ReceiptTerms terms,
            PaymentLetters letters,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.pages = pages;
        this.runs = runs;
        this.requests = requests;
        this.letterPages = letterPages;
        this.terms = terms;
        this.letters = letters;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/area/estratto-conto")
    JteModel show(SignedIn person) {
        return templates.receiptsStatement(pages.of(AreaController.ownBody(person), false), "/area/estratto-conto", "");
    }

    @GetMapping("/area/estratto-conto/estratto-conto.pdf")
    ResponseEntity<byte[]> document(SignedIn person) {
        return PaymentRequestController.pdf(
                letters.statement(pages.of(AreaController.ownBody(person), false), LocalDate.now(clock)),
                "estratto-conto");
    }

    @GetMapping("/area/estratto-conto/righe.{format}")
    void export(SignedIn person, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        exports.send(StatementPages.listing(), pages.rows(AreaController.ownBody(person)), request, format, out);
    }

    /** Why a line: only what was approved, and only of what the body pays or has. */
    @GetMapping("/area/estratto-conto/{line:\\d+}")
    JteModel why(SignedIn person, @PathVariable long line) {
        OrganizationId own = AreaController.ownBody(person);
        DueLine found = runs.line(line);
        if (!found.approved()
                || !(found.payer().equals(own) || found.beneficiary().equals(own))) {
            throw new NotFound("Due line " + line + " of body " + own);
        }
        DuesRun run = runs.get(found.run());
        Approval approval = run.approval();
        return templates.receiptsAreaLine(LineSheets.page(
                found,
                run.name(),
                terms.current().due().inItalian(found.year()),
                approval == null ? "" : "Approvata con " + approval.act()));
    }

    /** A letter that left, to the body it was for. */
    @GetMapping("/area/richieste/{id}.pdf")
    ResponseEntity<byte[]> letter(SignedIn person, @PathVariable PaymentRequestId id) {
        PaymentRequest request = requests.get(id);
        if (request.sending() == null || !request.payer().equals(AreaController.ownBody(person))) {
            throw new NotFound("Payment request " + id);
        }
        return PaymentRequestController.pdf(letters.request(letterPages.of(request)), "richiesta-" + request.number());
    }
}
