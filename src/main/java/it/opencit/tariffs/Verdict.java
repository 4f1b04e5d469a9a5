// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.util.List;

/**
 * What there is to say of a tariff before it computes.
 *
 * @param problems what is wrong; with any of these it does not compute
 * @param toConfirm the numbers that no source states, each with its place
 */
public record Verdict(List<Problem> problems, List<Problem> toConfirm) {

    public Verdict {
        problems = List.copyOf(problems);
        toConfirm = List.copyOf(toConfirm);
    }

    /**
     * A thing to mend.
     *
     * @param path where, such as {@code quota › Comuni › fascia 2}
     * @param key of the message
     * @param text Italian, without the path
     */
    public record Problem(String path, String key, String text) {

        /** The whole sentence, place first. */
        public String inItalian() {
            return path + ": " + text;
        }
    }

    public boolean isRight() {
        return problems.isEmpty();
    }

    /**
     * Does nothing when the tariff is right.
     *
     * @throws Refusal with the first problem
     */
    public void orRefuse() {
        if (!problems.isEmpty()) {
            throw Refusal.inField("tree", "tariffs.wrong", problems.getFirst().inItalian());
        }
    }
}
