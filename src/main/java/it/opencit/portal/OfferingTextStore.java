// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.OfferingId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of the services. */
@Repository
class OfferingTextStore {

    private final JdbcClient jdbc;

    OfferingTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the words of a service in the place of those it had.
     *
     * @param english what of it is translated; "" for nothing
     */
    void renew(OfferingId offering, String title, String summary, String text, String english) {
        jdbc.sql("""
                        insert into portal.offering_text (offering_id, document)
                        values (:offering, setweight(to_tsvector('portal.italian', :title), 'A')
                                        || setweight(to_tsvector('portal.italian', :summary), 'B')
                                        || setweight(to_tsvector('portal.italian', :text), 'C')
                                        || setweight(to_tsvector('english', :english), 'D'))
                        on conflict (centre_id, offering_id) do update set document = excluded.document""")
                .param("offering", offering.value())
                .param("title", title)
                .param("summary", summary)
                .param("text", text)
                .param("english", english)
                .update();
    }

    /** Those whose words are kept. */
    List<OfferingId> known() {
        return jdbc.sql("select offering_id from portal.offering_text")
                .query((row, _) -> new OfferingId(row.getLong(1)))
                .list();
    }

    /** The services that have every word, those that say most of them first. */
    List<OfferingId> search(String words) {
        return jdbc.sql("""
                        with asked as (
                            select websearch_to_tsquery('portal.italian', :words) || websearch_to_tsquery('english', :words) as wanted
                        )
                        select offering_id
                          from portal.offering_text, asked
                         where document @@ wanted
                         order by ts_rank(document, wanted) desc, offering_id""")
                .param("words", words)
                .query((row, _) -> new OfferingId(row.getLong(1)))
                .list();
    }
}
