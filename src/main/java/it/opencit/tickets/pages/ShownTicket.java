// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets.pages;

import java.util.List;

/**
 * A ticket on its page.
 *
 * @param address of the page
 * @param writable whether the office may answer and note
 * @param takesFiles whether a file can still be added
 * @param facts what is known of it
 * @param clock lines of the ledger; none for a body's person
 * @param held who had it, and for how much working time; none for a body's person
 * @param sums how each promise comes out of the ledger
 * @param links tickets that it has to do with; none for who is not of the office
 * @param part what a body is told of the common fault; "" when there is none
 * @param duplicates tickets merged into it; none for who is not of the office
 * @param history what changed, latest first
 */
public record ShownTicket(
        String number,
        String address,
        String title,
        String state,
        boolean open,
        boolean writable,
        boolean takesFiles,
        List<Fact> facts,
        List<Said> conversation,
        List<FileLine> files,
        List<Sum> sums,
        List<ClockLine> clock,
        List<Held> held,
        List<Change> history,
        List<Link> links,
        String part,
        List<Duplicate> duplicates,
        boolean office) {

    /** A ticket that was merged into it. */
    public record Duplicate(String number, String when, String who, boolean undoable) {}

    /** A ticket that it has to do with, and how. */
    public record Link(String relation, String number, String address, String title, String body, String state) {}

    /** Something known of it. */
    public record Fact(String label, String value, String address) {}

    /**
     * Something that was said.
     *
     * @param internal whether the body does not see it
     */
    public record Said(String who, String when, String label, boolean internal, boolean fromOffice, String text) {}

    /** A file. */
    public record FileLine(String name, String address, String size, String who, String when, boolean internal) {}

    /** A stretch of the clock. */
    public record ClockLine(
            String from,
            String to,
            boolean running,
            String why,
            String calendar,
            String level,
            String worked,
            String elapsed) {}

    /** Somebody who had it. */
    public record Held(String who, String worked) {}

    /** A promise and its sum. */
    public record Sum(String label, String outcome, boolean late, String sum) {}

    /** Something that changed. */
    public record Change(String what, String reason, String who, String when) {}
}
