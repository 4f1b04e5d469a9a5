// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/**
 * A picture of the library as its editors see it.
 *
 * @param address of its page
 * @param pixels its width and height in words
 * @param markdown what puts it in a text
 * @param uses what shows it
 */
public record PictureCard(
        long id, String address, ShownPicture picture, String pixels, String added, String markdown, List<Shows> uses) {

    /** A content that shows a picture. */
    public record Shows(String title, String address) {}
}
