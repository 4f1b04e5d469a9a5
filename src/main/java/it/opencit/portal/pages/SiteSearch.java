// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/**
 * What a search found.
 *
 * @param words as typed; "" before anything was asked
 */
public record SiteSearch(Shell shell, String words, List<SiteCard> found) {}
