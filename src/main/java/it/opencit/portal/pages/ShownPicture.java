// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

/**
 * A picture on a page.
 *
 * @param sources all its sizes, as {@code srcset} tells them
 * @param width of {@code address}, in pixels
 * @param words alternative text
 * @param credit "" when it is not told
 */
public record ShownPicture(String address, String sources, int width, int height, String words, String credit) {}
