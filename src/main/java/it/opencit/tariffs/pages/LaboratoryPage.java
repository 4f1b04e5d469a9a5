// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The laboratory.
 *
 * @param now tariffs to start from
 * @param then tariffs to try
 * @param quantities what the two tariffs take besides the figures of a body
 * @param pasted the tariff pasted, packed; "" when there is none
 * @param fields the form as it was read, to be sent again with a name
 * @param stored how many comparisons are kept
 * @param result {@code null} until two tariffs are chosen and nothing is wrong
 */
public record LaboratoryPage(
        FormInput form,
        List<Option> now,
        List<Option> then,
        List<Option> bodies,
        List<QuantityField> quantities,
        String pasted,
        List<Option> fields,
        long stored,
        @Nullable ComparisonPage result) {

    /** A quantity to type; {@code required} when the tariff says nothing of it being missing. */
    public record QuantityField(String name, String label, String hint, boolean required) {}

    /**
     * A body with what each tariff says of it.
     *
     * @param back the comparison it comes from
     */
    public record Explained(String name, String body, String back, int year, List<Account> accounts) {}

    /** What one tariff says: an amount with its steps, or the reason why there is none. */
    public record Account(String title, String amount, String reason, List<Line> steps) {}

    /**
     * A step of an account.
     *
     * @param depth 0 for the line itself, more for its parts
     */
    public record Line(String text, String amount, int depth, List<String> marks) {}
}
