// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.access;

import java.util.Set;

/**
 * A line of the side menu of the working area; modules declare theirs as beans.
 *
 * @param area heading under which it stands, for example {@code Enti}
 * @param label what is read
 * @param address where it leads, for example {@code /gestione/enti}
 * @param order position among all, small first
 * @param roles who sees it
 */
public record MenuEntry(String area, String label, String address, int order, Set<Role> roles) {

    public static MenuEntry of(String area, String label, String address, int order, Role... roles) {
        return new MenuEntry(area, label, address, order, Set.of(roles));
    }
}
