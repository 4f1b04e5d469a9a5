// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Downloads;
import java.util.List;

/**
 * A program that is told what happens to tickets.
 *
 * @param fresh whether it is not kept yet
 * @param log what it was told last, latest first
 * @param downloads all that it was told
 */
public record WebhookPage(
        String action,
        String title,
        FormInput form,
        List<Option> events,
        boolean fresh,
        List<Sent> log,
        Downloads downloads) {

    /**
     * Something it was told, or is to be told.
     *
     * @param again where it is sent again
     */
    public record Sent(
            String when,
            String ticket,
            String ticketAddress,
            String event,
            String state,
            boolean failed,
            int attempts,
            String answer,
            String again) {}
}
