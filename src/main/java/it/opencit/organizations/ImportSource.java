// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.List;
import java.util.function.Predicate;

/** The public registers that bodies are imported from. */
public enum ImportSource {
    ISTAT("Comuni e popolazione (Istat)", "comuni-istat.csv", IstatFile.COLUMNS),
    IPA("Enti dell'indice IPA (AgID)", "enti-ipa.csv", IpaFile.COLUMNS);

    private final String label;
    private final String shippedFile;
    private final List<String> columns;

    ImportSource(String label, String shippedFile, List<String> columns) {
        this.label = label;
        this.shippedFile = shippedFile;
        this.columns = columns;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }

    String shippedFile() {
        return shippedFile;
    }

    List<String> columns() {
        return columns;
    }

    ImportedFile read(byte[] file, Predicate<String> province) {
        return switch (this) {
            case ISTAT -> IstatFile.read(file, province);
            case IPA -> new IpaFile(Gazetteer.shipped()).read(file, province);
        };
    }
}
