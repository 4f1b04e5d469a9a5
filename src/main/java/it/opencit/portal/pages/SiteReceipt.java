// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

/**
 * What was asked has become a ticket.
 *
 * @param code to follow it, told here once
 */
public record SiteReceipt(Shell shell, String number, String code, String email) {}
