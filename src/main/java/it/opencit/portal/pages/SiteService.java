// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a service.
 *
 * @param code last part of its address
 * @param italian {@code it} where the page is in another language, since what the centre wrote is Italian; else {@code null}
 * @param facts class, level, area, who it is for
 * @param before blocks that stand before the costs
 * @param costs in words; "" when nothing is said
 * @param included what the quota includes; "" when nothing is said
 * @param after blocks that stand after the costs
 * @param request where a body's people ask for it
 * @param report where anybody tells of a fault; or how to reach the centre
 * @param ask where a question is sent; {@code null} where the centre takes none
 */
public record SiteService(
        Shell shell,
        String code,
        @Nullable String italian,
        String summary,
        List<SiteContent.Fact> facts,
        List<Block> before,
        String costs,
        String included,
        List<Price> prices,
        Calculator calculator,
        List<Block> after,
        List<Shell.Link> attachments,
        String request,
        Shell.Link report,
        @Nullable String ask) {

    /** A block with its heading and anchor; {@code facts} for one that is made of short facts, else its text. */
    public record Block(String id, String title, String text, List<SiteContent.Fact> facts) {}

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
     * @param refusal why it may not ask for the service; "" when it may
     */
    public record Answer(String body, int year, String member, String refusal, List<Cost> costs) {}

    /**
     * One cost.
     *
     * @param sentence what it is and how much
     * @param joined what a convention would change; "" for nothing
     * @param figures of the body that counted, with date and source
     */
    public record Cost(String sentence, String joined, List<Step> steps, List<String> figures, String rule) {}

    /** A step of the explanation. */
    public record Step(String text, String amount, int depth, String marks) {}
}
