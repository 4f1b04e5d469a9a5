// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

/** The forms in which a list leaves; the names are those of the address. */
public enum ExportFormat {
    csv("text/csv;charset=UTF-8", "CSV"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    ods("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument (ODS)");

    final String mediaType;
    final String label;

    ExportFormat(String mediaType, String label) {
        this.mediaType = mediaType;
        this.label = label;
    }
}
