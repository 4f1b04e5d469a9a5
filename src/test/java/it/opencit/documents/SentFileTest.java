// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people send each other is known by what it holds; the parts of a package are written as name or name=content. */
class SentFileTest {

    private static final String WORD = "[Content_Types].xml=" + OfficePackage.DOCX + ".main+xml;word/document.xml";
    private static final String EXCEL = "[Content_Types].xml=" + OfficePackage.XLSX + ".main+xml;xl/workbook.xml";
    private static final String WRITER = "mimetype=" + OfficePackage.ODT + ";content.xml";
    private static final String CALC = "mimetype=" + OfficePackage.ODS + ";content.xml";

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      name          | content                                    | type
      lettera.docx  | WORD                                       | DOCX
      conti.xlsx    | EXCEL                                      | XLSX
      lettera.odt   | WRITER                                     | ODT
      conti.ods     | CALC                                       | ODS
      avviso.eml    | From: a@b.it~Subject: x~MIME-Version: 1.0~~ | MAIL
      nota.txt      | Perché non va?                             | TEXT
      righe.csv     | nome;importo~Rossi;12,50                   | CSV
      """)
    void isTaken(String name, String content, AcceptedType type) throws IOException {
        assertThat(keep(name, content).type()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      name          | content                              | reason
      lettera.docx  | EXCEL                                | documents.file.disagrees.any
      lettera.docx  | WRITER                               | documents.file.disagrees.any
      lettera.docx  | %PDF-1.7                             | documents.file.disagrees.any
      lettera.docx  | a.txt                                | documents.file.disagrees.any
      lettera.docx  | WORD;word/vbaProject.bin             | documents.file.macros
      conti.xlsx    | EXCEL;xl/macrosheets/sheet1.xml      | documents.file.macros
      conti.xlsx    | MACROS                               | documents.file.macros
      lettera.odt   | WRITER;Basic/Standard/Module1.xml    | documents.file.macros
      lettera.docm  | WORD                                 | documents.file.not-accepted.any
      tutto.zip     | a.txt                                | documents.file.not-accepted.any
      nota.txt      | <html><body>x</body></html>          | documents.file.disagrees.any
      nota.txt      | %PDF-1.7                             | documents.file.disagrees.any
      avviso.eml    | Solo parole                          | documents.file.disagrees.any
      """)
    void isRefused(String name, String content, String reason) {
        assertThatThrownBy(() -> keep(name, content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(reason));
    }

    private FileVault.Kept keep(String name, String content) throws IOException {
        return new FileVault(directory, null).keep(name, new ByteArrayInputStream(bytes(content)), AcceptedType.ALL);
    }

    private static byte[] bytes(String content) throws IOException {
        String written = content.replace("WORD", WORD)
                .replace("EXCEL", EXCEL)
                .replace("WRITER", WRITER)
                .replace("CALC", CALC)
                .replace(
                        "MACROS",
                        "[Content_Types].xml=application/vnd.ms-excel.sheet.macroEnabled.main+xml;xl/workbook.xml");
        boolean packaged = written.contains(".xml") || written.equals("a.txt");
        return packaged ? zip(written.split(";")) : written.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                int content = part.indexOf('=');
                zip.putNextEntry(new ZipEntry(content < 0 ? part : part.substring(0, content)));
                zip.write((content < 0 ? "<x/>" : part.substring(content + 1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
