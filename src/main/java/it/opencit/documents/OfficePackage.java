// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a ZIP package of an office program is, by what it declares inside (ISO/IEC 29500-2 and 26300-3). Only declarations are
 * read, and no more of them than fits: a package that swells when it is opened is not opened here.
 */
final class OfficePackage {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private static final int MOST_PARTS = 10_000;
    private static final int LONGEST_DECLARATION = 1024 * 1024;

    private OfficePackage() {}

    /** Whether a file that begins so may be one. */
    static boolean isOne(byte[] beginning) {
        return beginning.length > 4
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && beginning[2] == 3
                && beginning[3] == 4;
    }

    /**
     * The type of the document in a package; that of the package itself where it is no document that is known.
     *
     * @param name of the file, for the refusal
     * @throws Refusal when it carries macros
     */
    static String mediaType(String name, Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                return "application/zip";
            }
            String types = read(zip, "[Content_Types].xml");
            if (types.toLowerCase(Locale.ROOT).contains("macroenabled")
                    || zip.stream().anyMatch(OfficePackage::isProgram)) {
                throw new Refusal("documents.file.macros", name);
            }
            if (types.contains(DOCX + ".main+xml") && zip.getEntry("word/document.xml") != null) {
                return DOCX;
            }
            if (types.contains(XLSX + ".main+xml") && zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            String declared = read(zip, "mimetype").strip();
            boolean document = zip.getEntry("content.xml") != null;
            return document && (declared.equals(ODT) || declared.equals(ODS)) ? declared : "application/zip";
        } catch (IOException | IllegalArgumentException broken) {
            return "application/zip";
        }
    }

    /** Macros of Visual Basic or of Excel 4, controls, scripts of LibreOffice. */
    private static boolean isProgram(ZipEntry part) {
        String name = part.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
        return name.endsWith("vbaproject.bin")
                || name.endsWith("vbadata.xml")
                || name.contains("/macrosheets/")
                || name.contains("/activex/")
                || name.startsWith("basic/")
                || name.startsWith("scripts/");
    }

    private static String read(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_DECLARATION), StandardCharsets.UTF_8);
        }
    }
}
