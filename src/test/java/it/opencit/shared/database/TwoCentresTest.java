// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.documents.Documents;
import it.opencit.documents.Upload;
import it.opencit.shared.access.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What belongs to Brescia does not exist for who works at Lecco: neither by page, nor by API, nor by reference. */
@OpenCitTest
class TwoCentresTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    Documents documents;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
      /gestione/enti/{id}                               | organizations.organization
      /gestione/enti/{id}/modifica                      | organizations.organization
      /gestione/enti/{id}/dati/nuovo                    | organizations.organization
      /gestione/enti/{id}/persone/nuova                 | organizations.organization
      /gestione/enti/{id}/appartenenze/nuova            | organizations.organization
      /api/v1/organizations/{id}                        | organizations.organization
      /gestione/quote/2019/enti/{id}                    | organizations.organization
      /gestione/quote/2019/enti/{id}/perche.pdf         | organizations.organization
      /gestione/convenzioni/{id}                        | agreements.scheme
      /gestione/convenzioni/{id}/modifica               | agreements.scheme
      /gestione/convenzioni/adesioni/{id}               | agreements.accession
      /gestione/convenzioni/adesioni/{id}/documenti     | agreements.accession
      /api/v1/accessions/{id}                           | agreements.accession
      /gestione/tariffe/{id}                            | tariffs.tariff_version
      /gestione/tariffe/{id}/tariffa.json               | tariffs.tariff_version
      /gestione/documenti/{id}                          | documents.file
      """)
    void whatBelongsToOneCentreDoesNotExistAtAnother(String address, String table) throws Exception {
        long id = oneOfBrescia(table);

        assertThat(statusAt(Cast.BRESCIA, address, id)).as("at its own centre").isEqualTo(200);
        assertThat(statusAt("lecco", address, id)).as("at another centre").isEqualTo(404);
    }

    @Test
    void anAccessionOfOneCentreCannotNameABodyOfAnother() {
        long body = joined();
        String insert = "insert into agreements.accession (scheme_id, kind, organization_id)"
                + " select id, kind, :body from agreements.scheme order by id limit 1";

        assertThatThrownBy(() -> cast.at(
                        "lecco", () -> jdbc.sql(insert).param("body", body).update()))
                .hasStackTraceContaining("violates foreign key constraint");
    }

    @Test
    void aFigureOfOneCentreCannotBeOfABodyOfAnother() {
        long body = joined();
        String insert =
                "insert into organizations.figure (organization_id, kind, reference_date, value, source, recorded_at)"
                        + " values (:body, 'RESIDENTS', '1999-12-31', 1, 'prova', now())";

        assertThatThrownBy(() -> cast.at(
                        "lecco", () -> jdbc.sql(insert).param("body", body).update()))
                .hasStackTraceContaining("violates foreign key constraint");
    }

    @Test
    void theServingRoleCannotBecomeTheOwner() {
        String owner = jdbc.sql("select pg_get_userbyid(relowner) from pg_class where oid = 'centres.centre'::regclass")
                .query(String.class)
                .single();

        assertThatThrownBy(() -> jdbc.sql("set role " + owner).update())
                .hasStackTraceContaining("permission denied to set role");
        assertThatThrownBy(() -> jdbc.sql("set session authorization " + owner).update())
                .hasStackTraceContaining("permission denied to set session authorization");
        assertThatThrownBy(() -> jdbc.sql("alter table agreements.accession disable row level security")
                        .update())
                .hasStackTraceContaining("must be owner of table accession");
        assertThatThrownBy(() -> jdbc.sql("truncate agreements.accession").update())
                .hasStackTraceContaining("permission denied");
    }

    private int statusAt(String centre, String address, long id) throws Exception {
        return web.perform(get(address, id).with(cast.with(Role.COORDINATORE, centre)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private long oneOfBrescia(String table) {
        return switch (table) {
            case "documents.file" -> kept();
            case "organizations.organization" -> joined();
            default ->
                cast.at(
                        Cast.BRESCIA,
                        () -> jdbc.sql("select min(id) from " + table)
                                .query(Long.class)
                                .single());
        };
    }

    private long joined() {
        return cast.at(
                Cast.BRESCIA,
                () -> jdbc.sql("select min(organization_id) from agreements.accession")
                        .query(Long.class)
                        .single());
    }

    private long kept() {
        byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
        return cast.at(
                Cast.BRESCIA,
                () -> documents
                        .store(new Upload("delibera.pdf", new ByteArrayInputStream(pdf)))
                        .value());
    }
}
