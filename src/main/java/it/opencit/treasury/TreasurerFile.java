// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A file that the treasurer sent, as it came. */
record TreasurerFile(String name, byte[] content) {

    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 300L << 20;

    /** The files of an upload; those in a ZIP archive, as treasurers send the pages of a journal, taken out of it. */
    static List<TreasurerFile> unpacked(List<TreasurerFile> uploaded) {
        List<TreasurerFile> files = new ArrayList<>();
        for (TreasurerFile file : uploaded) {
            if (file.isArchive()) {
                files.addAll(file.entries());
            } else {
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            throw Refusal.inField("file", "treasury.import.file");
        }
        if (files.size() > MOST_FILES) {
            throw Refusal.inField("file", "treasury.import.too-many", MOST_FILES);
        }
        return files;
    }

    boolean isXml() {
        int at = 0;
        while (at < content.length
                && (content[at] <= ' '
                        || content[at] == (byte) 0xEF
                        || content[at] == (byte) 0xBB
                        || content[at] == (byte) 0xBF)) {
            at++;
        }
        return at < content.length && content[at] == '<';
    }

    private boolean isArchive() {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && !isWorkbook();
    }

    /** A spreadsheet is an archive too, of another sort. */
    private boolean isWorkbook() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".ods");
    }

    private List<TreasurerFile> entries() {
        List<TreasurerFile> files = new ArrayList<>();
        long left = MOST_BYTES;
        try (var archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.isDirectory() || files.size() > MOST_FILES) {
                    continue;
                }
                byte[] bytes = archive.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, left + 1));
                left -= bytes.length;
                if (left < 0) {
                    throw Refusal.inField("file", "treasury.import.too-large", name);
                }
                String path = entry.getName();
                files.add(new TreasurerFile(path.substring(path.lastIndexOf('/') + 1), bytes));
            }
            return files;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.inField("file", "treasury.import.broken-archive", name);
        }
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static InputStream open(byte[] packed) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
