// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a centre brings when another one starts from it: who it is, its conventions and the codes of its tariffs. Read
 * from {@code kits/<code>/kit.json}; contacts and office hours are demonstrative where {@link Contacts#note()} says so.
 *
 * @param code also its host name in the demonstration
 * @param operator the body that runs the centre
 * @param provinceCode ISTAT code of the province, three digits
 * @param members how many bodies of each kind had joined, where the sources say it
 * @param tariffs codes, in the order to show them
 */
public record Kit(
        String code,
        String name,
        String shortName,
        String operator,
        String provinceCode,
        String provinceAbbreviation,
        Colours colours,
        Contacts contacts,
        List<OfficeHours> officeHours,
        LegalTexts legalTexts,
        Map<OrganizationKind, Integer> members,
        List<Scheme> schemes,
        List<Fact> facts,
        List<String> tariffs) {

    /** As {@code #RRGGBB}. */
    public record Colours(String primary, String secondary) {}

    /** How to reach the centre; {@code note} says what is demonstrative. */
    public record Contacts(String address, String email, String pec, String site, String note) {}

    public record OfficeHours(String days, String hours) {}

    public record LegalTexts(String privacy, String accessibility, String footer) {}

    /**
     * A convention that bodies join.
     *
     * @param validTo {@code null} when the sources state no end
     * @param instrument such as {@code CONVENZIONE_ART_30_TUEL}
     * @param years duration; {@code null} when not stated
     * @param joins how one joins, Italian
     * @param dueTerm when to pay, Italian
     * @param tariff code of the tariff of the quota
     */
    public record Scheme(
            String code,
            String title,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            String approvedBy,
            @Nullable Integer years,
            String renewal,
            String joins,
            @Nullable String dueTerm,
            @Nullable String tariff,
            List<Article> articles) {}

    /** An article of a convention, as far as the sources report it. */
    public record Article(
            String number, String title, @Nullable String text) {}

    /** Something known of the centre, with its source. */
    public record Fact(String label, String value, String source) {}
}
