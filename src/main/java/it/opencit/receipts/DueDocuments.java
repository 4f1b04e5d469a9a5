// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.output.StringOutput;
import it.opencit.centres.Centres;
import it.opencit.documents.PdfA;
import it.opencit.organizations.OrganizationId;
import it.opencit.receipts.pages.DueSheet;
import it.opencit.shared.NotFound;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The reason of an amount, as a sheet to read and as a document to keep. */
@Component
class DueDocuments {

    private final MembershipDues dues;
    private final Centres centres;
    private final Templates templates;
    private final Clock clock;

    DueDocuments(MembershipDues dues, Centres centres, Templates templates, Clock clock) {
        this.dues = dues;
        this.centres = centres;
        this.templates = templates;
        this.clock = clock;
    }

    /** @throws NotFound when the body is not a member in that year */
    DueSheet sheet(OrganizationId organization, int year) {
        return dues.explained(organization, year)
                .map(due -> DueSheets.of(due, dues.figureKinds()))
                .orElseThrow(() -> new NotFound("Quota of body " + organization + " for " + year));
    }

    ResponseEntity<byte[]> pdf(OrganizationId organization, int year) {
        DueSheet sheet = sheet(organization, year);
        var page = new StringOutput();
        templates
                .receiptsWhyDocument(sheet, centres.current().name(), Italian.date(LocalDate.now(clock)))
                .render(page);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"quota-" + year + "-" + organization + ".pdf\"")
                .body(PdfA.print(page.toString()));
    }
}
