// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;

/**
 * What a draft would charge to some bodies.
 *
 * @param wrong why there is no preview yet; empty when there is
 * @param toConfirm what the draft marks as not certain
 * @param samples how many sample bodies are typed in the page
 * @param bodies real bodies to choose from
 * @param quantities asked by the draft
 */
public record PreviewPage(
        FormInput form,
        List<String> wrong,
        List<String> toConfirm,
        List<Line> lines,
        int samples,
        List<Option> kinds,
        List<Option> bodies,
        List<Option> quantities) {

    /**
     * A body and its amount.
     *
     * @param refusal why there is none; "" when there is
     */
    public record Line(String body, String amount, String refusal, List<Step> steps, List<String> marks) {}

    /** A step of the explanation. */
    public record Step(String text, String amount, int depth) {}
}
