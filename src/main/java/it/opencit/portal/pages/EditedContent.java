// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.pages.Publication;
import java.util.List;

/**
 * Where a content stands, for who edits it.
 *
 * @param address of this page
 * @param state of the latest version
 * @param standing what the public reads, in a sentence
 * @param publicAddress where the public reads it; "" when it reads nothing
 * @param preview whole address that shows the latest version to whoever has it
 * @param previewUntil until when
 * @param links of its texts that lead nowhere
 */
public record EditedContent(
        String address,
        String title,
        String kind,
        String state,
        String standing,
        String publicAddress,
        String preview,
        String previewUntil,
        Publication publication,
        List<Broken> links) {

    /**
     * A link that leads nowhere.
     *
     * @param text in which of its texts it stands
     */
    public record Broken(String state, String text, String words, String address, String reason) {}
}
