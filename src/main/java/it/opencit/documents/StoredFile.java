// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import java.time.Instant;

/**
 * A file that was kept.
 *
 * @param name on the computer of whoever uploaded it, without folders
 * @param mediaType read from the content
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 * @param uploadedBy user name
 */
public record StoredFile(
        FileId id, String name, String mediaType, long size, String sha256, String uploadedBy, Instant uploadedAt) {}
