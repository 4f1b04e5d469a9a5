// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts.pages;

/** A value that a tariff asks of the centre for a year. */
public record YearValueField(String tariff, String label, String unit) {}
