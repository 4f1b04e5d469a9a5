// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteText;
import java.util.List;

/**
 * How a centre arranges its site.
 *
 * @param menu lines of the main menu, in their order
 * @param home blocks of the home page that are shown, in their order
 * @param highlights contents that the home page puts first; those not published are left out
 * @param version for optimistic locking; 0 until the centre arranges anything
 */
record Arrangement(List<MenuLine> menu, List<HomeBlock> home, List<ContentId> highlights, int version) {

    Arrangement {
        menu = List.copyOf(menu);
        home = List.copyOf(home);
        highlights = List.copyOf(highlights);
    }

    /**
     * A line of the menu.
     *
     * @param labelEn "" where the Italian one does
     * @param address of the site, from {@code /}, or a whole one
     */
    record MenuLine(String label, String labelEn, String address) {

        String in(Language language) {
            return language == Language.ENGLISH && !labelEn.isEmpty() ? labelEn : label;
        }
    }

    /** As every site begins. */
    static final Arrangement FOUNDED = new Arrangement(
            List.of(
                    founded("menu.cit", "/cit"),
                    founded("menu.services", "/servizi"),
                    founded("menu.projects", "/work-in-progress"),
                    founded("menu.news", "/novita"),
                    founded("menu.events", "/eventi"),
                    founded("menu.help", "/assistenza")),
            List.of(HomeBlock.values()),
            List.of(),
            0);

    private static MenuLine founded(String key, String address) {
        return new MenuLine(
                SiteText.in(Language.ITALIAN).get(key),
                SiteText.in(Language.ENGLISH).get(key),
                address);
    }
}
