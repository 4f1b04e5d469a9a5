// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * Where a requester says how satisfied it is.
 *
 * @param back the ticket in the area of the body; "" for who came by a link
 * @param given when it was said; "" when not yet
 * @param until until when it may be changed; "" when not yet given
 * @param mayGive whether it may be given, or changed, now
 */
public record OpinionPage(
        String action,
        String back,
        String number,
        String title,
        FormInput form,
        List<Option> scores,
        String given,
        String until,
        boolean mayGive) {}
