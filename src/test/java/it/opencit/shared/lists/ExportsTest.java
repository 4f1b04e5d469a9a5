// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Euro;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExportsTest {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    @TempDir
    Path directory;

    @Test
    void openDocumentIsKnownByItsFirstEntry() throws IOException {
        byte[] file = file(ExportFormat.ods, row(Map.of()));
        assertThat(new String(file, 30, 54, UTF_8)).isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first).isNotNull().extracting(ZipEntry::getMethod).isEqualTo(ZipEntry.STORED);
        }
        assertThat(entries(file).keySet()).containsExactly("mimetype", "META-INF/manifest.xml", "content.xml");
    }

    @Test
    void openDocumentTellsNumbersDaysAndAmountsFromWords() throws Exception {
        Document content = content(row(Map.of(
                "numero",
                12,
                "peso",
                new BigDecimal("0.125"),
                "importo",
                Euro.of("-1234.50"),
                "altro",
                new BigDecimal("7.00"),
                "giorno",
                LocalDate.of(2026, 11, 22),
                "quando",
                Instant.parse("2026-07-01T22:30:15.123456Z"),
                "testo",
                "=1+1")));

        List<Element> cells = cells(content, 1);
        assertThat(cells)
                .extracting(cell -> cell.getAttributeNS(OFFICE, "value-type"))
                .containsExactly("float", "float", "currency", "currency", "date", "date", "string");
        assertThat(cells)
                .extracting(cell -> cell.getAttributeNS(OFFICE, "value"))
                .containsExactly("12", "0.125", "-1234.50", "7.00", "", "", "");
        assertThat(cells)
                .extracting(cell -> cell.getAttributeNS(OFFICE, "currency"))
                .containsExactly("", "", "EUR", "EUR", "", "", "");
        assertThat(cells)
                .extracting(cell -> cell.getAttributeNS(OFFICE, "date-value"))
                .containsExactly("", "", "", "", "2026-11-22", "2026-07-02T00:30:15", "");
        assertThat(cells.getLast().getTextContent()).isEqualTo("=1+1");
        assertThat(cells(content, 0))
                .extracting(Element::getTextContent)
                .containsExactly("Numero", "Peso", "Importo", "Altro", "Giorno", "Quando", "Testo");
    }

    @Test
    void openDocumentKeepsSignsSpacesAndLines() throws Exception {
        Document content =
                content(row(Map.of("testo", "  a  b\t<&>\"' \nseconda 𝄞 è\u0000\ud800\r\n ")), row(Map.of()));

        Element cell = cells(content, 1).getLast();
        NodeList lines = cell.getElementsByTagNameNS(TEXT, "p");
        assertThat(IntStream.range(0, lines.getLength()).mapToObj(at -> read((Element) lines.item(at))))
                .containsExactly("  a  b <&>\"' ", "seconda 𝄞 è\uFFFD\uFFFD", " ");
        assertThat(cells(content, 2)).hasSize(7).allMatch(empty -> !empty.hasAttributeNS(OFFICE, "value-type"));
    }

    @ParameterizedTest
    @EnumSource(names = {"xlsx", "ods"})
    void whatDoesNotFitASheetGoesOnInAnother(ExportFormat format) throws Exception {
        Path file = directory.resolve("numeri." + format);
        Listing listing = Listing.named("numeri").column(Column.integer("numero", "Numero", ""));
        try (OutputStream out = Files.newOutputStream(file)) {
            Exports.write(listing, format, out, rows -> {
                for (int number = 1; number <= 1_048_577; number++) {
                    rows.accept(new ListRow(number, Map.of("numero", number)));
                }
            });
        }
        try (var zip = new ZipFile(file.toFile())) {
            if (format == ExportFormat.xlsx) {
                assertThat(text(zip, "xl/workbook.xml")).contains("\"numeri\"", "\"numeri 2\"");
                assertThat(text(zip, "xl/worksheets/sheet2.xml"))
                        .contains("Numero", "1048577")
                        .contains("r=\"3\"");
            } else {
                assertThat(rows(zip)).containsExactly(Map.entry("numeri", 1_048_576), Map.entry("numeri 2", 3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryDoesNotGrowWithTheRows(ExportFormat format) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LittleHeap.class.getName(),
                        format.name())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"xlsx", "ods"})
    void whatCouldNotBeReadWholeDoesNotLookWhole(ExportFormat format) {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Exports.write(listing(), format, out, rows -> {
                    rows.accept(row(Map.of("numero", 1)));
                    throw new IllegalStateException("The database went away");
                }))
                .hasMessage("The database went away");
        Path file = directory.resolve("rotto." + format);
        assertThatThrownBy(() -> {
                    Files.write(file, out.toByteArray());
                    new ZipFile(file.toFile()).close();
                })
                .isInstanceOf(IOException.class);
    }

    private static Listing listing() {
        return Listing.named("prova")
                .column(Column.integer("numero", "Numero", ""))
                .column(Column.decimal("peso", "Peso", ""))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.euro("altro", "Altro", ""))
                .column(Column.date("giorno", "Giorno", ""))
                .column(Column.moment("quando", "Quando", ""))
                .column(Column.hidden("nascosto", ""))
                .column(Column.text("testo", "Testo", ""));
    }

    private static ListRow row(Map<String, Object> values) {
        Map<String, @Nullable Object> all = new HashMap<>(values);
        all.put("nascosto", "non esce");
        return new ListRow(1, all);
    }

    private static byte[] file(ExportFormat format, ListRow... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        Consumer<Consumer<ListRow>> all = reader -> List.of(rows).forEach(reader);
        Exports.write(listing(), format, out, all);
        return out.toByteArray();
    }

    private static Document content(ListRow... rows) throws Exception {
        String content = entries(file(ExportFormat.ods, rows)).getOrDefault("content.xml", "");
        assertThat(content).doesNotContain("non esce");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private static List<Element> cells(Document content, int row) {
        Element line =
                (Element) content.getElementsByTagNameNS(TABLE, "table-row").item(row);
        NodeList cells = line.getElementsByTagNameNS(TABLE, "table-cell");
        List<Element> all = new ArrayList<>();
        for (int at = 0; at < cells.getLength(); at++) {
            all.add((Element) cells.item(at));
        }
        return all;
    }

    /** A paragraph as a reader shows it. */
    private static String read(Element paragraph) {
        var text = new StringBuilder();
        NodeList parts = paragraph.getChildNodes();
        for (int at = 0; at < parts.getLength(); at++) {
            String name = String.valueOf(parts.item(at).getLocalName());
            text.append(
                    switch (name) {
                        case "s" -> " ";
                        default -> parts.item(at).getTextContent().replaceAll(" +", " ");
                    });
        }
        return text.toString();
    }

    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }

    /** How many rows each sheet of OpenDocument has. */
    private static Map<String, Integer> rows(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, Integer> rows = new LinkedHashMap<>();
        try (InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            String sheet = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("table")) {
                        sheet = xml.getAttributeValue(TABLE, "name");
                    } else if (xml.getLocalName().equals("table-row")) {
                        rows.merge(sheet, 1, Integer::sum);
                    }
                }
            }
        }
        return rows;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
