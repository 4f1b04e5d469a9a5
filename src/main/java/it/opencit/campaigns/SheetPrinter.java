// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import gg.jte.generated.precompiled.Templates;
import gg.jte.output.StringOutput;
import it.opencit.centres.Centres;
import it.opencit.documents.PdfA;
import org.springframework.stereotype.Component;

/** The sheet that was sent, as a document to keep. */
@Component
class SheetPrinter {

    private final Templates templates;
    private final Centres centres;

    SheetPrinter(Templates templates, Centres centres) {
        this.templates = templates;
        this.centres = centres;
    }

    /** PDF/A. */
    byte[] print(Questionnaire asked, SheetAnswers written, Sheet sent) {
        var page = new StringOutput();
        templates
                .campaignsSheetDocument(
                        SheetSummaries.of(asked, written, sent),
                        centres.current().name())
                .render(page);
        return PdfA.print(page.toString());
    }
}
