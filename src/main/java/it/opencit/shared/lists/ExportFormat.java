// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

/** The forms in which a list leaves; the names are those of the address. */
public enum ExportFormat {
    csv("text/csv;charset=UTF-8"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }
}
