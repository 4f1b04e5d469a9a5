// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.pages.Publication;

/**
 * Where a content stands, for who edits it.
 *
 * @param address of this page
 * @param state of the latest version
 * @param standing what the public reads, in a sentence
 * @param publicAddress where the public reads it; "" when it reads nothing
 * @param preview whole address that shows the latest version to whoever has it
 * @param previewUntil until when
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
        Publication publication) {}
