// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.SentStatements;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The plan that is good for a rare word is a hundred times too slow for a common one: the database must not keep it. */
@OpenCitTest
class SearchPlanTest {

    /** More than the driver sends before it lets the server keep a statement. */
    private static final int OFTEN = 8;

    @Autowired
    TicketReadStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Cast cast;

    private record Plans(long own, long kept) {}

    @Test
    void searchesArePlannedByTheirOwnWords() {
        arePlannedByTheirOwn(
                TicketQuery.first(20).words("stampante 123456").done(), "%from tickets.ticket_text x join%");
    }

    @Test
    void soAreFiltersByCategoriesAndByService() {
        arePlannedByTheirOwn(TicketQuery.first(20).categories(Set.of(1L, 2L)).done(), "%category_id = any%");
        arePlannedByTheirOwn(TicketQuery.first(20).services(Set.of("pagopa")).done(), "%lower(t.service) = any%");
    }

    @Test
    void manyCountsArePlannedAtOnce() {
        TicketQuery rare = TicketQuery.first(20).services(Set.of("pagopa")).done();

        int sent =
                cast.at(Cast.BRESCIA, () -> SentStatements.during(() -> store.counts(List.of(rare, rare, rare), 100)));

        assertThat(sent).as("how to plan, and all the counts").isEqualTo(2);
    }

    private void arePlannedByTheirOwn(TicketQuery query, String statement) {
        Plans plans = cast.at(
                Cast.BRESCIA,
                () -> transaction.execute(_ -> {
                    for (int i = 0; i < OFTEN; i++) {
                        store.list(query);
                        store.count(query, 100);
                    }
                    return jdbc.sql("""
                            select coalesce(sum(custom_plans), 0) as own, coalesce(sum(generic_plans), 0) as kept
                              from pg_prepared_statements
                             where statement like :statement""")
                            .param("statement", statement)
                            .query(Plans.class)
                            .single();
                }));

        assertThat(plans.own()).isPositive();
        assertThat(plans.kept()).isZero();
    }
}
