// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import it.opencit.shared.pages.Publication;

/**
 * Where the sheet of a service stands, for who edits it.
 *
 * @param title of the service
 * @param offering address of the page of the service
 * @param standing what the public reads, in a sentence
 * @param published where the public reads it; "" where nobody shows it
 * @param preview whole address that shows the latest version to whoever has it; "" where nobody shows it
 * @param previewUntil until when
 */
public record EditedSheet(
        String title,
        String offering,
        String standing,
        String published,
        String preview,
        String previewUntil,
        Publication publication) {}
