// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * The same for many tickets, before it is done or after.
 *
 * @param what in words
 * @param done those that follow
 * @param left those that stay as they are, with the reason
 * @param when it was done and by whom; "" before
 * @param address of its page; "" before
 * @param undoable whether it can still be undone
 */
public record BatchPage(
        String what, List<Line> done, List<Line> left, FormInput typed, String when, String address, boolean undoable) {

    /**
     * A ticket.
     *
     * @param why it stays as it is; "" when it follows
     */
    public record Line(String number, String address, String title, String body, String state, String why) {}
}
