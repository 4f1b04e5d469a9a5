// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/**
 * The open data of the centre.
 *
 * @param licence address of the licence they are given under
 */
public record SiteData(Shell shell, List<Set> sets, String licence) {

    /**
     * A table.
     *
     * @param file name of its files
     */
    public record Set(String file, String title, String text, List<Column> columns) {}

    /** A column and what it holds. */
    public record Column(String name, String meaning) {}
}
