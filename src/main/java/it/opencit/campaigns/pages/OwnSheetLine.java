// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

/**
 * A sheet of a body, in its list.
 *
 * @param state as a sentence
 * @param writable whether it can be filled in now
 */
public record OwnSheetLine(
        String address, String title, String year, String deadline, String state, boolean writable) {}
