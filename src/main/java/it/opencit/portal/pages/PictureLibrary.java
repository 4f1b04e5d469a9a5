// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/**
 * A page of the library.
 *
 * @param words that are looked for
 * @param next address of the pictures added before these; "" when there are none
 */
public record PictureLibrary(List<PictureCard> cards, String words, String next) {}
