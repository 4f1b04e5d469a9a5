// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

/**
 * A ticket in a list.
 *
 * @param due when the next promise falls due; "" while the clock stands
 * @param late whether that has passed
 */
public record ListedTicket(
        String number,
        String address,
        String title,
        String body,
        String category,
        String type,
        String urgency,
        boolean pressing,
        String state,
        String assignee,
        String opened,
        String due,
        boolean late) {}
