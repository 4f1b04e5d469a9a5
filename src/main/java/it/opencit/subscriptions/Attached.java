// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.Upload;

/** A file that arrives with a request or an act, and what it is. */
record Attached(AttachmentRole role, Upload file) {}
