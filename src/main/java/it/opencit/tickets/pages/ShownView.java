// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

/**
 * A saved view above the list or on the board.
 *
 * @param count how many tickets it finds, in words; "" where they are not counted
 * @param list address of the list that it is
 * @param address where it is renamed or taken away
 * @param current whether the list shows it now
 */
public record ShownView(String name, String count, boolean shared, String list, String address, boolean current) {}
