// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one class that names the table of the values of a year. */
@Repository
class YearValueStore {

    private final JdbcClient jdbc;

    YearValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<YearValue> of(int year) {
        return jdbc.sql("""
                        select year, tariff_code as tariff, quantity, value, source
                          from receipts.year_value
                         where year = :year
                         order by tariff_code, quantity""").param("year", year).query(YearValue.class).list();
    }

    /** Writes a value in place of the one there was; the audit trail keeps both. */
    void put(YearValue value) {
        jdbc.sql("""
                        insert into receipts.year_value (year, tariff_code, quantity, value, source)
                        values (:year, :tariff, :quantity, :value, :source)
                        on conflict (centre_id, year, tariff_code, quantity)
                        do update set value = excluded.value, source = excluded.source,
                                      version = receipts.year_value.version + 1""")
                .param("year", value.year())
                .param("tariff", value.tariff())
                .param("quantity", value.quantity())
                .param("value", value.value())
                .param("source", value.source())
                .update();
    }
}
