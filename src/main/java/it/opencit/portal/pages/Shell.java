// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of a public page.
 *
 * @param title of the page, its only heading of the first level
 * @param titleLanguage of the title, when it is not the page's own; {@code null} otherwise
 * @param description for search engines and who shares the page; "" for none
 * @param path without the language
 * @param menu lines of the main menu
 * @param breadcrumb steps before this page; empty on the home page
 * @param index headings of the page that one may jump to; empty for none
 * @param translated whether the page can be read in the other language too
 * @param canonical whole address of the page
 * @param picture whole address of the picture that goes with it when it is shared, or {@code null}
 * @param data what the page tells programs, schema.org as JSON-LD; "" for none
 * @param found whether search engines may list it
 * @param rated whether readers are asked how clear it is
 */
public record Shell(
        SiteText text,
        String title,
        @Nullable String titleLanguage,
        String description,
        String path,
        List<Link> menu,
        List<Link> breadcrumb,
        List<Link> index,
        boolean translated,
        String canonical,
        @Nullable String picture,
        String data,
        boolean found,
        boolean rated) {

    public Shell {
        menu = List.copyOf(menu);
        breadcrumb = List.copyOf(breadcrumb);
        index = List.copyOf(index);
    }

    /** A label and where it leads; {@code current} for the part of the site that one is in. */
    public record Link(String label, String address, boolean current) {

        public Link(String label, String address) {
            this(label, address, false);
        }
    }

    /** The address of a page of the site in the language of this one. */
    public String to(String path) {
        return text.language().address(path);
    }

    /** This page in the other language. */
    public String otherLanguage() {
        return text.language().other().address(path);
    }
}
