// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions.pages;

import it.opencit.shared.forms.Option;
import it.opencit.subscriptions.RequestKind;
import java.util.List;

/**
 * The form of a request.
 *
 * @param action where it is sent
 * @param back where to go without sending
 * @param staff whether the staff fills it on behalf of a body: then no declarations and no draft
 * @param body what is known of the body, written in the form by itself
 * @param cost what the service costs to this body, in sentences
 * @param variants to choose among; empty when there is nothing to choose
 * @param units quantities to ask
 * @param fields that the service declares
 * @param payers bodies that can pay; the first choice is none
 * @param partners technology partners; the first choice is none
 * @param declarations what the body declares
 * @param saved when the draft was saved; "" for a new form
 */
public record RequestPage(
        RequestKind kind,
        String title,
        String service,
        String action,
        String back,
        boolean staff,
        List<SubscriptionPage.Fact> body,
        List<String> cost,
        List<Option> variants,
        List<Field> units,
        List<Field> fields,
        List<Option> payers,
        List<Option> partners,
        List<String> declarations,
        String saved) {

    /** A field of the form, as {@code shared.field} wants it. */
    public record Field(String name, String label, String type, boolean required, List<Option> options, String hint) {}
}
