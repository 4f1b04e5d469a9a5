// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

/**
 * How lists name a service in English.
 *
 * @param summary "" when it is not translated
 */
public record OfferingTranslation(String title, String summary) {}
