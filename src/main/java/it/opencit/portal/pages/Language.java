// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.Locale;

/** The languages of the public site; Italian pages have no prefix. */
public enum Language {
    ITALIAN(Locale.ITALIAN, "", "Italiano"),
    ENGLISH(Locale.ENGLISH, "/en", "English");

    private final Locale locale;
    private final String prefix;
    private final String label;

    Language(Locale locale, String prefix, String label) {
        this.locale = locale;
        this.prefix = prefix;
        this.label = label;
    }

    public Locale locale() {
        return locale;
    }

    /** As in {@code lang="it"}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** Its own name for itself. */
    public String label() {
        return label;
    }

    /** The address of a page in this language: {@code /novita} or {@code /en/novita}. */
    public String address(String path) {
        return path.startsWith("/") ? path.equals("/") && !prefix.isEmpty() ? prefix : prefix + path : path;
    }

    /** The other one. */
    public Language other() {
        return this == ITALIAN ? ENGLISH : ITALIAN;
    }
}
