// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.tariffs.Quantity;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The values that the tariffs of a year ask of the centre, once for all its members. */
@Service
public class YearValues {

    private final YearValueStore store;
    private final Agreements agreements;
    private final Tariffs tariffs;

    YearValues(YearValueStore store, Agreements agreements, Tariffs tariffs) {
        this.store = store;
        this.agreements = agreements;
        this.tariffs = tariffs;
    }

    /** A value that is asked for, with what is known of it. */
    record Asked(Tariff tariff, Quantity quantity, YearValue known) {

        String field() {
            return tariff.code() + "|" + quantity.key();
        }
    }

    /** The values known for a year. */
    @Transactional(readOnly = true)
    List<YearValue> of(int year) {
        return store.of(year);
    }

    /** What the tariffs of the members of a year ask for; a value not known yet is zero, without a source. */
    @Transactional(readOnly = true)
    List<Asked> asked(int year) {
        List<YearValue> known = store.of(year);
        return agreements.activeIn(year).stream()
                .map(ActiveAccession::tariffCode)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(code -> tariffs.inForce(code, year).stream())
                .flatMap(tariff -> tariff.quantities().stream()
                        .map(quantity -> new Asked(
                                tariff,
                                quantity,
                                known.stream()
                                        .filter(value -> value.tariff().equals(tariff.code())
                                                && value.quantity().equals(quantity.key()))
                                        .findFirst()
                                        .orElseGet(() -> new YearValue(
                                                year, tariff.code(), quantity.key(), BigDecimal.ZERO, "")))))
                .toList();
    }

    /** Keeps values; each replaces the one of the same year, tariff and quantity. */
    @Transactional
    public void keep(List<YearValue> values) {
        values.forEach(store::put);
    }
}
