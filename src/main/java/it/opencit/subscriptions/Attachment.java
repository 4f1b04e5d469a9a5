// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A file kept with a subscription.
 *
 * @param request it belongs to, where it belongs to one
 * @param transition it came with, where it came with one
 */
record Attachment(
        SubscriptionId subscription,
        FileId file,
        AttachmentRole role,
        @Nullable RequestId request,
        @Nullable Long transition) {}
