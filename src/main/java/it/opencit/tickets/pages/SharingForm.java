// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * The part of a form that says who sees a ticket, with the persons of the body.
 *
 * @param officeUnknown whether no office of the body can be chosen, since that of the requester is not known
 */
public record SharingForm(FormInput form, List<Option> audiences, List<Option> people, boolean officeUnknown) {}
