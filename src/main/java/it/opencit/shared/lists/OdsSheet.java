// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A list as a spreadsheet of OpenDocument 1.3 (ISO/IEC 26300), written row by row: nothing of it stays in memory. The
 * libraries that write this format keep it whole until the end, or are under a licence of another kind than ours.
 */
final class OdsSheet {

    /** What LibreOffice and Excel open of one sheet; the rest goes on in another. */
    private static final int MOST_ROWS = 1_048_576;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** What XML 1.0 cannot hold, whatever way it is written. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
             <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
             <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;

    /** How cells look: days and amounts as Italians write them. */
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
             xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3">
            <office:automatic-styles>
             <number:date-style style:name="giorno"><number:day number:style="long"/><number:text>/</number:text><number:month \
            number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
             <number:date-style style:name="momento"><number:day number:style="long"/><number:text>/</number:text><number:month \
            number:style="long"/><number:text>/</number:text><number:year number:style="long"/><number:text> </number:text>\
            <number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
             <number:currency-style style:name="euro"><number:currency-symbol number:language="it" number:country="IT">€\
            </number:currency-symbol><number:text> </number:text><number:number number:decimal-places="2" \
            number:min-integer-digits="1" number:grouping="true"/></number:currency-style>
             <style:style style:name="stretta" style:family="table-column"><style:table-column-properties \
            style:column-width="3.5cm"/></style:style>
             <style:style style:name="larga" style:family="table-column"><style:table-column-properties \
            style:column-width="6cm"/></style:style>
             <style:style style:name="testa" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
             <style:style style:name="cella-giorno" style:family="table-cell" style:data-style-name="giorno"/>
             <style:style style:name="cella-momento" style:family="table-cell" style:data-style-name="momento"/>
             <style:style style:name="cella-euro" style:family="table-cell" style:data-style-name="euro"/>
            </office:automatic-styles>
            <office:body><office:spreadsheet>
            """;

    private static final String FOOT = "</office:spreadsheet></office:body></office:document-content>\n";

    private final Listing listing;
    private final List<Column> columns;
    private final ZipOutputStream zip;
    private final Writer out;
    private final XMLStreamWriter xml;
    private int sheets;
    private int line;

    OdsSheet(OutputStream target, Listing listing) throws IOException {
        this.listing = listing;
        this.columns = listing.shown();
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        mediaType(zip);
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.formatted(ExportFormat.ods.mediaType).getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("content.xml"));
        out.write(HEAD);
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            begin();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The package begins with its type, not compressed: by that it is known without being opened. */
    private static void mediaType(ZipOutputStream zip) throws IOException {
        byte[] type = ExportFormat.ods.mediaType.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
    }

    private void begin() throws XMLStreamException {
        sheets++;
        line = 1;
        xml.writeStartElement("table:table");
        xml.writeAttribute("table:name", sheets == 1 ? listing.name : listing.name + " " + sheets);
        for (Column column : columns) {
            xml.writeEmptyElement("table:table-column");
            xml.writeAttribute("table:style-name", column.kind() == Column.Kind.TEXT ? "larga" : "stretta");
        }
        xml.writeStartElement("table:table-header-rows");
        xml.writeStartElement("table:table-row");
        for (Column column : columns) {
            xml.writeStartElement("table:table-cell");
            xml.writeAttribute("table:style-name", "testa");
            xml.writeAttribute("office:value-type", "string");
            paragraphs(column.label());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    void row(ListRow row) throws IOException {
        try {
            if (line == MOST_ROWS) {
                xml.writeEndElement();
                begin();
            }
            line++;
            xml.writeStartElement("table:table-row");
            for (Column column : columns) {
                cell(column, row.value(column.key()));
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void cell(Column column, @Nullable Object value) throws XMLStreamException {
        switch (value) {
            case null -> xml.writeEmptyElement("table:table-cell");
            case Euro euro -> euro(euro.value());
            case BigDecimal amount when column.kind() == Column.Kind.EURO -> euro(amount);
            case BigDecimal number -> cell("float", "office:value", number.toPlainString(), null);
            case Number number -> cell("float", "office:value", number.toString(), null);
            case LocalDate date -> cell("date", "office:date-value", date.toString(), "cella-giorno");
            case Instant moment ->
                cell("date", "office:date-value", MOMENT.format(moment.atZone(Italian.ROME)), "cella-momento");
            default -> {
                xml.writeStartElement("table:table-cell");
                xml.writeAttribute("office:value-type", "string");
                paragraphs(value.toString());
                xml.writeEndElement();
            }
        }
    }

    private void euro(BigDecimal amount) throws XMLStreamException {
        cell("currency", "office:value", amount.toPlainString(), "cella-euro");
        xml.writeAttribute("office:currency", "EUR");
    }

    private void cell(String type, String attribute, String value, @Nullable String style) throws XMLStreamException {
        xml.writeEmptyElement("table:table-cell");
        if (style != null) {
            xml.writeAttribute("table:style-name", style);
        }
        xml.writeAttribute("office:value-type", type);
        xml.writeAttribute(attribute, value);
    }

    private void paragraphs(String text) throws XMLStreamException {
        String written = UNWRITABLE.matcher(text).replaceAll("\uFFFD").replace('\t', ' '); // LibreOffice drops tabs
        for (String one : LINE_END.split(written, -1)) {
            xml.writeStartElement("text:p");
            paragraph(one);
            xml.writeEndElement();
        }
    }

    /** Of several spaces a reader keeps one, and none at the ends: those are said by name. */
    private void paragraph(String text) throws XMLStreamException {
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == ' ' && (at == 0 || at == text.length() - 1 || text.charAt(at - 1) == ' ')) {
                xml.writeCharacters(text.substring(written, at));
                xml.writeEmptyElement("text:s");
                written = at + 1;
            }
        }
        xml.writeCharacters(text.substring(written));
    }

    /** Writes the end. What was not ended does not open: a list that could not be read whole must not look whole. */
    void end() throws IOException {
        try {
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.write(FOOT);
        out.close();
    }
}
