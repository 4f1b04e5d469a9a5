// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a tariff reads of one case in one year: figures at the dates it wants, and quantities. */
final class Inputs {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    private final Case one;
    private final int index;
    private final Tariff tariff;
    private final int year;
    private final Map<String, ReferenceDate> dates;
    private final Gaps gaps;
    private final Trace trace;

    /**
     * The inputs of a case.
     *
     * @param index the place of the case in its run
     */
    Inputs(Case one, int index, Tariff tariff, int year, Map<String, ReferenceDate> dates, Gaps gaps, Trace trace) {
        this.one = one;
        this.index = index;
        this.tariff = tariff;
        this.year = year;
        this.dates = dates;
        this.gaps = gaps;
        this.trace = trace;
    }

    Subject subject() {
        return one.subject();
    }

    int index() {
        return index;
    }

    Tariff tariff() {
        return tariff;
    }

    Trace trace() {
        return trace;
    }

    Map<String, ReferenceDate> dates() {
        return dates;
    }

    int year() {
        return year;
    }

    /** The same case as seen in another year, with some figures at other dates. */
    Inputs in(int otherYear, Map<String, ReferenceDate> otherDates) {
        Map<String, ReferenceDate> all = new HashMap<>(dates);
        all.putAll(otherDates);
        return new Inputs(one, index, tariff, otherYear, all, gaps, trace);
    }

    /** The same case as seen by another tariff. */
    Inputs under(Tariff other) {
        return new Inputs(one, index, other, year, other.figureDates(), gaps, trace);
    }

    BigDecimal value(Measure measure) {
        return switch (measure) {
            case Measure.OfFigure(var kind) -> figure(kind).value();
            case Measure.OfQuantity(var key) -> quantity(key, "tariffs.quantity.missing");
        };
    }

    BigDecimal parameter(Parameter parameter) {
        if (parameter.toConfirm() != null) {
            trace.mark(Mark.toConfirm(parameter.toConfirm()));
        }
        return parameter.value();
    }

    BigDecimal quoted(String key) {
        return quantity(key, "tariffs.quoted.missing");
    }

    boolean isFirstYear() {
        int yearOfUse = whole(Quantity.YEAR_OF_USE, 1, 1000, "tariffs.quantity.year-of-use");
        return yearOfUse == 1;
    }

    int months(String key, int most) {
        return whole(key, 0, most, "tariffs.quantity.months");
    }

    /** Such as "8.757 abitanti al 31/12/2013". */
    String words(Measure measure) {
        return switch (measure) {
            case Measure.OfFigure(var kind) -> words(figure(kind));
            case Measure.OfQuantity(var key) ->
                Italian.number(value(measure)) + " " + tariff.quantity(key).unit();
        };
    }

    /** Such as "abitanti". */
    String unit(Measure measure) {
        return switch (measure) {
            case Measure.OfFigure(var kind) -> gaps.kinds().plural(kind);
            case Measure.OfQuantity(var key) -> tariff.quantity(key).unit();
        };
    }

    private String words(Figure figure) {
        String count = gaps.kinds().count(figure.kind(), figure.value());
        return figure.date() == null ? count : count + " al " + Italian.date(figure.date());
    }

    private Figure figure(String kind) {
        ReferenceDate when = dates.getOrDefault(kind, ReferenceDate.Moving.LATEST);
        Figure figure = one.subject().figure(kind, when, year);
        if (figure == null) {
            throw gaps.missing(kind, when, year);
        }
        if (figure.value().signum() < 0) {
            throw new Refusal("tariffs.figure.negative", gaps.kinds().plural(kind), Italian.number(figure.value()));
        }
        trace.figure(figure);
        if (figure.mark() != null) {
            trace.mark(new Mark(figure.mark(), words(figure)));
        }
        return figure;
    }

    private BigDecimal quantity(String key, String missing) {
        Quantity quantity = tariff.quantity(key);
        BigDecimal value = one.quantities().getOrDefault(key, quantity.whenMissing());
        if (value == null) {
            throw new Refusal(missing, quantity.label(), key);
        }
        if (value.abs().compareTo(TOO_MUCH) >= 0 || value.scale() > 9) {
            throw new Refusal("tariffs.quantity.size", quantity.label());
        }
        if (value.signum() < 0) {
            throw new Refusal("tariffs.quantity.negative", quantity.label(), key, Italian.number(value));
        }
        return value;
    }

    private int whole(String key, int least, int most, String refusal) {
        BigDecimal value = quantity(key, "tariffs.quantity.missing").stripTrailingZeros();
        if (value.scale() > 0
                || value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Refusal(refusal, Italian.number(value), key, String.valueOf(least), String.valueOf(most));
        }
        return value.intValueExact();
    }
}
