// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import java.util.List;

/**
 * A request as a document to sign.
 *
 * @param description of the document, for who archives it
 * @param addressee the centre
 * @param cost what the service costs to the body, in sentences; empty where the request changes no price
 * @param signer who signs, with the office held
 */
public record RequestSheet(
        String title,
        String description,
        String addressee,
        String body,
        List<SubscriptionPage.Section> sections,
        List<String> cost,
        List<String> declarations,
        String date,
        String signer) {}
