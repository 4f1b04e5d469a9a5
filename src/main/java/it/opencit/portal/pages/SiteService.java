// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a service.
 *
 * @param code last part of its address
 * @param italian {@code it} where the page is in another language, for what is always Italian; else {@code null}
 * @param note what of the page is not in its language; "" when all of it is
 * @param facts class, level, area, who it is for
 * @param before blocks that stand before the costs
 * @param costs in words
 * @param included what the quota includes
 * @param after blocks that stand after the costs
 * @param contact whom the bodies ask; {@code null} when the sheet names nobody
 * @param request where a body's people ask for it
 * @param report where anybody tells of a fault; or how to reach the centre
 * @param ask where a question is sent; {@code null} where the centre takes none
 */
public record SiteService(
        Shell shell,
        String code,
        @Nullable String italian,
        String note,
        Said summary,
        List<SiteContent.Fact> facts,
        List<Block> before,
        Said costs,
        Said included,
        List<Price> prices,
        Calculator calculator,
        List<Block> after,
        @Nullable Contact contact,
        List<Shell.Link> attachments,
        String request,
        Shell.Link report,
        @Nullable String ask) {

    /**
     * Something that the centre wrote.
     *
     * @param text "" when nothing is said
     * @param language when it is not the page's own; {@code null} otherwise
     */
    public record Said(String text, @Nullable String language) {

        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** A block with its heading and anchor; {@code facts} for one that is made of short facts, else its text. */
    public record Block(String id, String title, Said text, List<SiteContent.Fact> facts) {}

    /**
     * Whom to ask about the service; "" for what is not said.
     *
     * @param of the centre or the technology partner that they work for
     * @param dial the phone number as telephones want it
     */
    public record Contact(String name, Said role, Said of, String phone, String dial, String email, String pec) {}

    /**
     * A price with the tariff that rules it.
     *
     * @param act that set the tariff; "" when the sources do not say
     * @param outline the bands; {@code null} when no tariff rules it
     */
    public record Price(
            String title,
            String tariff,
            String act,
            @Nullable Content outline) {}

    /** A choice of bodies, under one heading. */
    public record Choices(String label, List<Body> bodies) {}

    /** A body to choose. */
    public record Body(String value, String name, boolean chosen) {}

    /** A number that one may state. */
    public record Input(String name, String label, String value) {}

    /**
     * What it costs one body.
     *
     * @param wrong what is wrong with what was chosen; "" for nothing
     * @param answer {@code null} before a body is chosen
     */
    public record Calculator(
            String address,
            List<Choices> choices,
            List<Input> inputs,
            String wrong,
            @Nullable Answer answer) {}

    /**
     * The cost and why.
     *
     * @param member whether the body has joined, in a sentence
     * @param refusal why it may not ask for the service, Italian; "" when it may
     * @param quota {@code null} where the service has nothing to do with it, or it is not known
     */
    public record Answer(
            String body,
            int year,
            String member,
            String refusal,
            List<Cost> costs,
            @Nullable Quota quota) {}

    /**
     * The yearly quota of who joins.
     *
     * @param sentence what it has to do with the service
     * @param scheme title of the convention, Italian
     */
    public record Quota(String sentence, String scheme, Cost cost) {}

    /**
     * One cost.
     *
     * @param title what it is
     * @param variant of the service, Italian; "" when it holds for all
     * @param amount how much; "" when {@code reason} says why it is not known
     * @param reason Italian; "" when the amount is known
     * @param units how many were counted, Italian; "" when nothing is
     * @param joined what a convention would change; "" for nothing
     * @param figures of the body that counted
     * @param rule tariff and act, Italian; "" when no tariff rules it
     */
    public record Cost(
            String title,
            String variant,
            String amount,
            String reason,
            String units,
            String joined,
            List<Step> steps,
            List<Counted> figures,
            String rule) {}

    /** A figure that counted: how many, what (Italian), at which date and by which source. */
    public record Counted(String number, String kind, String when) {}

    /** A step of the explanation, Italian. */
    public record Step(String text, String amount, int depth, String marks) {}
}
