// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a body on one page.
 *
 * @param name as acts write it
 * @param facts what is written in the register, only what is known
 * @param figures those that hold
 * @param aggregations what it is part of
 * @param members who is part of it
 * @param mayWrite whether the reader may change it
 */
public record BodyPage(
        long id,
        String name,
        String kind,
        List<Fact> facts,
        List<FigureLine> figures,
        List<PersonLine> people,
        List<MembershipLine> aggregations,
        List<MembershipLine> members,
        List<TimelineLine> timeline,
        boolean mayWrite) {

    /** Where its pages begin. */
    public String address() {
        return "/gestione/enti/" + id;
    }

    /**
     * A line of the register.
     *
     * @param address where it leads; {@code null} for plain text
     */
    public record Fact(String label, String value, @Nullable String address) {}

    /**
     * A figure that holds.
     *
     * @param mark a warning to show beside the value; "" for none
     * @param correct address where it is corrected
     */
    public record FigureLine(String kind, String value, String date, String source, String mark, String correct) {}

    /** A person; {@code current} while the term goes on. */
    public record PersonLine(
            long id,
            String role,
            String office,
            String name,
            String email,
            String phone,
            String term,
            boolean current) {}

    /** The other side of a membership; {@code current} while it goes on. */
    public record MembershipLine(long id, String name, String address, String period, boolean current) {}

    /** Something that happened. */
    public record TimelineLine(
            String date,
            String topic,
            String title,
            String detail,
            @Nullable String address) {}
}
