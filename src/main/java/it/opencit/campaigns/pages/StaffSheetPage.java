// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns.pages;

/**
 * What the centre sees of a sheet besides its answers.
 *
 * @param opened the first time somebody of the body looked, and who; "" for never
 * @param saved the last time, and who; "" for never
 * @param file address of the document that was sent; "" until then
 */
public record StaffSheetPage(
        String address,
        String campaignAddress,
        String bodyAddress,
        String state,
        String opened,
        String saved,
        String deadline,
        String file,
        boolean mayAnswer,
        boolean mayReopen,
        int version) {}
