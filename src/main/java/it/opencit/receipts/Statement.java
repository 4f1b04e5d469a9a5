// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a body with the centre. What it is due to pay counts; what others pay for it is told, and not counted.
 *
 * @param lines the latest year first
 */
public record Statement(OrganizationId body, List<Line> lines) {

    /**
     * A thing that is owed, or an accertamento that came from elsewhere.
     *
     * @param year of the dues; of the fiscal year where it came from elsewhere
     * @param dueLine identifier of the line of the dues; {@code null} where there is none
     * @param due approved, negative in favour of the payer
     * @param assessed accertamento less its reductions
     * @param credit what is given back of money already collected
     * @param accertamento {@code 1003/2015}; "" where there is none
     */
    public record Line(
            int year,
            @Nullable Long dueLine,
            OrganizationId beneficiary,
            OrganizationId payer,
            String object,
            Euro due,
            Euro assessed,
            Euro collected,
            Euro residual,
            Euro credit,
            String accertamento,
            String because) {}

    /** The sums of a year. */
    public record Year(int year, Euro due, Euro assessed, Euro collected, Euro residual, Euro credit) {

        Year plus(Line line) {
            return new Year(
                    year,
                    due.plus(line.due()),
                    assessed.plus(line.assessed()),
                    collected.plus(line.collected()),
                    residual.plus(line.residual()),
                    credit.plus(line.credit()));
        }
    }

    public Statement {
        lines = List.copyOf(lines);
    }

    /** What the body pays. */
    public List<Line> own() {
        return lines.stream().filter(line -> line.payer().equals(body)).toList();
    }

    /** What others pay for it. */
    public List<Line> byOthers() {
        return lines.stream().filter(line -> !line.payer().equals(body)).toList();
    }

    /** The sums of each year of what the body pays, the latest first. */
    public List<Year> years() {
        TreeMap<Integer, Year> years = new TreeMap<>(Comparator.reverseOrder());
        for (Line line : own()) {
            Year before = years.getOrDefault(
                    line.year(), new Year(line.year(), Euro.ZERO, Euro.ZERO, Euro.ZERO, Euro.ZERO, Euro.ZERO));
            years.put(line.year(), before.plus(line));
        }
        return new ArrayList<>(years.values());
    }

    /** What was approved. */
    public Euro due() {
        return total().due();
    }

    /** What was assessed, less reductions. */
    public Euro assessed() {
        return total().assessed();
    }

    public Euro collected() {
        return total().collected();
    }

    /** What is assessed and not collected. */
    public Euro residual() {
        return total().residual();
    }

    /** What the centre has to give back. */
    public Euro credit() {
        return total().credit();
    }

    private Year total() {
        Year total = new Year(0, Euro.ZERO, Euro.ZERO, Euro.ZERO, Euro.ZERO, Euro.ZERO);
        for (Line line : own()) {
            total = total.plus(line);
        }
        return total;
    }
}
