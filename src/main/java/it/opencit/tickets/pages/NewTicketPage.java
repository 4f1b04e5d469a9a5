// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import it.opencit.shared.forms.FormField;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new ticket.
 *
 * @param category "" while it is to be chosen
 * @param required names of the fields that may not be empty
 * @param fields of the category's own
 * @param services of the catalogue; none where the centre has no catalogue
 * @param bodies whom it may be opened for; none for a body's person
 * @param sharing who sees it; {@code null} where the body is still to be chosen
 */
public record NewTicketPage(
        String action,
        String back,
        FormInput form,
        List<CategoryLine> categories,
        String category,
        String categoryTitle,
        String hint,
        boolean asksType,
        boolean asksUrgency,
        boolean asksService,
        boolean asksProtocol,
        Set<String> required,
        List<FormField> fields,
        List<Option> services,
        List<Option> bodies,
        List<Option> types,
        List<Option> urgencies,
        @Nullable SharingForm sharing,
        SimilarArticles similar) {

    /** A category to choose. */
    public record CategoryLine(String title, String hint, String address) {}
}
