// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;

/**
 * An article as it is read.
 *
 * @param html safe to be shown as it is
 * @param mayRate whether the reader may say if it served
 */
public record ReadArticlePage(
        String back, String rate, String title, String html, String changed, boolean mayRate, FormInput form) {}
