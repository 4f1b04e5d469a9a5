// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.organizations.OrganizationId;
import it.opencit.receipts.pages.YearOverview;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The quotas of a year: the list, the payers, the reason of each. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class DuesController {

    private final Templates templates;
    private final MembershipDues dues;
    private final DueDocuments documents;
    private final Lists lists;
    private final Exports exports;
    private final Clock clock;

    DuesController(
            Templates templates,
            MembershipDues dues,
            DueDocuments documents,
            Lists lists,
            Exports exports,
            Clock clock) {
        this.templates = templates;
        this.dues = dues;
        this.documents = documents;
        this.lists = lists;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/gestione/quote")
    String thisYear(@RequestParam(defaultValue = "") String anno) {
        return "redirect:/gestione/quote/"
                + (anno.isEmpty() ? LocalDate.now(clock).getYear() : Years.read(anno));
    }

    @GetMapping("/gestione/quote/{year}")
    JteModel byMember(@PathVariable String year, ListRequest request) {
        DuesOfYear found = dues.of(Years.read(year));
        return templates.receiptsDues(
                overview(found), lists.page(DuesList.byMember(found), DuesList.rows(found), request));
    }

    @GetMapping("/gestione/quote/{year}/quote-{same}.{format}")
    void exportMembers(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        DuesOfYear found = dues.of(Years.read(year));
        exports.send(DuesList.byMember(found), DuesList.rows(found), request, format, out);
    }

    @GetMapping("/gestione/quote/{year}/paganti")
    JteModel byPayer(@PathVariable String year, ListRequest request) {
        DuesOfYear found = dues.of(Years.read(year));
        return templates.receiptsPayers(
                overview(found), lists.page(DuesList.byPayer(found.year()), DuesList.payerRows(found), request));
    }

    @GetMapping("/gestione/quote/{year}/paganti/paganti-{same}.{format}")
    void exportPayers(
            @PathVariable String year, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse out)
            throws IOException {
        DuesOfYear found = dues.of(Years.read(year));
        exports.send(DuesList.byPayer(found.year()), DuesList.payerRows(found), request, format, out);
    }

    @GetMapping("/gestione/quote/{year}/enti/{organization}")
    JteModel why(@PathVariable String year, @PathVariable long organization) {
        return templates.receiptsWhy(
                documents.sheet(new OrganizationId(organization), Years.read(year)), "/gestione/quote/" + year, true);
    }

    @GetMapping("/gestione/quote/{year}/enti/{organization}/perche.pdf")
    ResponseEntity<byte[]> whyAsDocument(@PathVariable String year, @PathVariable long organization) {
        return documents.pdf(new OrganizationId(organization), Years.read(year));
    }

    private YearOverview overview(DuesOfYear found) {
        int now = LocalDate.now(clock).getYear();
        return new YearOverview(
                found.year(),
                Years.between(Math.min(dues.firstYear(), found.year()), Math.max(now + 1, found.year())),
                found.dues().size(),
                found.total().inItalian(),
                found.byPayer().size(),
                found.refused(),
                found.dues().stream().filter(due -> !due.warnings().isEmpty()).count());
    }
}
