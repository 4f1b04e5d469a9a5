// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;

/**
 * What becomes of the requests of bodies. It is told in the transaction that records it: what follows from it is kept with
 * it, or neither is.
 */
public sealed interface RequestNews {

    RequestId request();

    /**
     * A body asked.
     *
     * @param code of the offering
     * @param service title of the offering, with the variant
     * @param text Italian, what is asked in full
     * @param protocol in Italian; "" until the register gives it
     * @param year the year asked, for a renewal; else that of the request
     */
    record Made(
            RequestId request,
            SubscriptionId subscription,
            RequestKind kind,
            OrganizationId organization,
            String code,
            String service,
            String text,
            Contact contact,
            String protocol,
            int year)
            implements RequestNews {}

    /** A document came with it, or after it. */
    record Filed(RequestId request, FileId file, AttachmentRole role) implements RequestNews {}

    /** The centre, or the body, did something about it; {@code text} says what, in Italian. */
    record Moved(RequestId request, Step step, String text) implements RequestNews {}

    /** Where a request has come. */
    enum Step {
        /** Somebody of the centre looks at it, or sets the service up. */
        TAKEN,
        ACCEPTED,
        REFUSED,
        /** The body took it back. */
        WITHDRAWN,
        /** Refused or withdrawn before, it is looked at again. */
        REOPENED
    }
}
