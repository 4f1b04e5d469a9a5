// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.PersonRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body writes on its sheet.
 *
 * @param lines one for each service it says something of
 * @param figures confirmed or corrected, by code of the kind
 * @param contacts people of the body; none said leaves them as they are
 */
public record SheetAnswers(
        List<LineReply> lines, Map<String, BigDecimal> figures, List<ContactReply> contacts, String notes) {

    public SheetAnswers {
        lines = List.copyOf(lines);
        figures = Map.copyOf(figures);
        contacts = List.copyOf(contacts);
    }

    /**
     * What it says of a service.
     *
     * @param answer {@code null} when only a note is written
     * @param quantities with {@link LineAnswer#MORE}: totals, by key of the tariff
     * @param variant with {@link LineAnswer#INTERESTED}, where the offering has some
     */
    public record LineReply(
            OfferingId offering,
            @Nullable LineAnswer answer,
            Map<String, BigDecimal> quantities,
            String variant,
            String note) {

        public LineReply {
            quantities = Map.copyOf(quantities);
        }

        /** An answer without more words. */
        public static LineReply of(OfferingId offering, LineAnswer answer) {
            return new LineReply(offering, answer, Map.of(), "", "");
        }
    }

    /**
     * What it says of a person.
     *
     * @param person the one that is known; {@code null} for a new one
     * @param gone whether the person has no longer that role
     */
    public record ContactReply(
            @Nullable Long person, PersonRole role, String name, String email, String phone, boolean gone) {}
}
