// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

/** What a tariff counts: a figure of the body, or a quantity given with the request. */
public sealed interface Measure {

    /**
     * A dated figure of the body.
     *
     * @param kind a code of {@link FigureKinds}, such as {@code RESIDENTS}
     */
    record OfFigure(String kind) implements Measure {}

    /**
     * A quantity that the tariff declares.
     *
     * @param key of {@link Quantity}
     */
    record OfQuantity(String key) implements Measure {}

    static Measure figure(String kind) {
        return new OfFigure(kind);
    }

    static Measure quantity(String key) {
        return new OfQuantity(key);
    }
}
