// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;

/**
 * An article as it is read.
 *
 * @param html safe to be shown as it is
 * @param area whether a body's person reads it
 * @param token of the form, for whoever else does; "" for a body's person
 */
public record ReadArticlePage(
        String back,
        String rate,
        String title,
        String html,
        String changed,
        boolean area,
        String token,
        FormInput form) {}
