// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.generated.precompiled.StaticTemplates;
import it.opencit.cast.VeraPdf;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfATest {

    private static final String WHY_THIS_AMOUNT = new StaticTemplates()
            .documentsSheet(
                    "Perché questo importo",
                    "Quota 2019 di Roccaverde",
                    "Centro \"La Città\"",
                    out -> out.writeContent("""
            <h1>Perché questo importo</h1>
            <p>Città di Roccaverde – l’ente è <strong>aderente</strong>, <em>così</em> paga € 1.973,63.</p>
            <h2>I passi</h2>
            <table><caption>Come si arriva alla quota</caption>
            <thead><tr><th scope="col">Voce</th><th scope="col" class="number">Importo</th></tr></thead>
            <tbody><tr><td>8.757 abitanti × € 0,125</td><td class="number">€ 1.094,63</td></tr>
            <tr><td>879 imprese × € 1,00</td><td class="number">€ 879,00</td></tr></tbody></table>
            <ul><li>Delibera n. 29/2016</li><li>Popolazione al 31/12/2013</li></ul>
            <p><a href="https://www.istat.it">Fonte: ISTAT</a></p>
            """))
            .render();

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFA_2_B", "PDFUA_1"})
    void aPageWithAccentsEurosAndATableConforms(PDFAFlavour flavour) throws Exception {
        assertThat(VeraPdf.failures(PdfA.print(WHY_THIS_AMOUNT), flavour)).isEmpty();
    }

    @Test
    void anOrdinaryPdfDoesNotConform() throws Exception {
        ByteArrayOutputStream ordinary = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(ordinary);
        }

        assertThat(VeraPdf.failures(ordinary.toByteArray(), PDFAFlavour.PDFA_2_A))
                .isNotEmpty();
    }

    @Test
    void theTextCanBeSelectedAsItWasWritten() throws Exception {
        try (var pdf = Loader.loadPDF(PdfA.print(WHY_THIS_AMOUNT))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            "Perché questo importo",
                            "Città di Roccaverde – l’ente è",
                            "€ 1.973,63",
                            "× € 0,125",
                            "Centro \"La Città\"",
                            "Pagina 1 di 1");
        }
    }

    @Test
    void aPageThatIsNotWellFormedIsADefect() {
        assertThatThrownBy(() -> PdfA.print("<html><body><p>aperto</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
