// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/** Groups and suppliers that tickets are given to. */
public record AssigneesPage(List<Line> groups, List<Line> suppliers) {

    /** One of them: who is in a group, or where a supplier reads. */
    public record Line(String name, String address, String who, boolean offered) {}
}
