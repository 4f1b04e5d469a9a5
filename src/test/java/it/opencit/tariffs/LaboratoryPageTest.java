// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class LaboratoryPageTest {

    private static final String CENTRE = "laboratorio";
    private static final String PAGE = "/gestione/laboratorio";
    private static final String QUESTION =
            "anno=2024&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota&budget=5000";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeBodies() {
        cast.at(CENTRE, () -> {
            if (organizations.all().isEmpty()) {
                body(OrganizationKind.COMUNE, "Roccaverde", 800, 60);
                body(OrganizationKind.COMUNE, "Borgo dei Colli", 8757, 879);
                body(OrganizationKind.COMUNE, "Senza Imprese", 1200, null);
                body(OrganizationKind.UNIONE, "Unione dei Colli", null, null);
            }
        });
    }

    @Test
    void thePageShowsEachBodyTheTotalsAndWhatIsMissing() throws Exception {
        web.perform(get(URI.create(PAGE + "?" + QUESTION)).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("€ 1.973,63"), // Borgo dei Colli with the quota of Brescia
                                containsString("€ 180,00"), // Roccaverde: 800 × 0.15 + 60
                                containsString("€ 300,00"), // the Unione
                                containsString("manca il numero di imprese"),
                                containsString("dimostrativo, dato al 31/12/2022"),
                                containsString("Rispetto all'importo da coprire"))));
    }

    @Test
    void theAddressAsksTheSameAgainAndNothingIsStored() throws Exception {
        long before = rows();

        String first = page(QUESTION);
        String upToTheEnd = first.substring(0, first.indexOf("\">l'indirizzo di questo confronto"));
        String address = upToTheEnd.substring(upToTheEnd.lastIndexOf('?') + 1).replace("&amp;", "&");
        String again = page(address);

        assertThat(result(again)).isEqualTo(result(first));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aPastedTariffMovesIntoTheAddressAndIsStoredNowhere() throws Exception {
        long before = rows();
        String location = Objects.requireNonNull(web.perform(post(PAGE + "/prova")
                        .with(cast.coordinatore(CENTRE))
                        .param("anno", "2024")
                        .param("oggi", "brescia-2015-2020/quota")
                        .param("json", "{\"type\":\"fixed\",\"amount\":\"123.45\"}"))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        web.perform(get(URI.create(location)).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("€ 123,45")));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aPastedTariffThatCannotBeReadStaysInTheFormWithItsFault() throws Exception {
        web.perform(post(PAGE + "/prova").with(cast.coordinatore(CENTRE)).param("json", "{\"type\":\"fix\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("sconosciuto"), containsString("{\"type\":\"fix\"}</textarea>"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                    | query                                                                 | sentence
      a code nobody has       | anno=2024&oggi=brescia-2015-2020/quota&proposta=nessuna/tariffa       | non esiste
      a draft thrown away     | anno=2024&oggi=brescia-2015-2020/quota&bozza=999999                   | non esiste
      a year out of range     | anno=1850&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota | va da 2000
      a year in letters       | anno=duemila&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota | duemila
      a negative budget       | anno=2024&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota&budget=-5 | non può essere negativo
      no body of that kind    | anno=2024&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota&enti=CONSORZIO | nessun ente
      a body nobody knows     | anno=2024&oggi=brescia-2015-2020/quota&proposta=macerata-2021-2023/quota&enti=scelti&scelti=Atlantide | Atlantide
      a quantity left out     | anno=2024&oggi=brescia-2015-2020/quota&proposta=brescia-2015-2020/pec | Caselle
      an address cut short    | anno=2024&oggi=brescia-2015-2020/quota&albero=q1bKT1 | Incollala di nuovo
      """)
    void badInputIsToldInThePageAndWhatWasTypedStays(String name, String query, String sentence) throws Exception {
        web.perform(get(URI.create(PAGE + "?" + query)).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("correggi questi punti"),
                                containsString(sentence),
                                not(containsString("id=\"risultato\"")))));
    }

    @Test
    void theTableLeavesAsCsvWithTheSameFilters() throws Exception {
        String csv = web.perform(get(URI.create(PAGE + "/confronto.csv?" + QUESTION + "&q=borgo"))
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("Comune di Borgo dei Colli;Comune;1973,63;");
    }

    @Test
    void eachAmountExplainsItself() throws Exception {
        long id = cast.at(CENTRE, () -> organizations.all()).stream()
                .filter(body -> body.name().equals("Roccaverde"))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        web.perform(get(URI.create(PAGE + "/enti/" + id + "?" + QUESTION)).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("800 abitanti"), containsString("€ 180,00"))));
    }

    @Test
    void aComparisonIsKeptOnlyWhenAskedAndStaysAsItWas() throws Exception {
        long before = rows();
        String location = Objects.requireNonNull(web.perform(post(PAGE + "/confronti")
                        .with(cast.coordinatore(CENTRE))
                        .param("anno", "2024")
                        .param("oggi", "brescia-2015-2020/quota")
                        .param("proposta", "macerata-2021-2023/quota")
                        .param("nome", "Per il tavolo di maggio"))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(rows()).isEqualTo(before + 1);

        web.perform(get(location).with(cast.coordinatore(CENTRE)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Per il tavolo di maggio"),
                                containsString("€ 1.973,63"),
                                containsString("Salvato da anna"))));
        web.perform(get(PAGE + "/confronti").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Per il tavolo di maggio")));
        web.perform(get(location).with(cast.coordinatore(Cast.COLLI))).andExpect(status().isNotFound());

        web.perform(post(location + "/eliminazione").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void withoutANameNothingIsKept() throws Exception {
        long before = rows();
        web.perform(post(PAGE + "/confronti")
                        .with(cast.coordinatore(CENTRE))
                        .param("anno", "2024")
                        .param("oggi", "brescia-2015-2020/quota")
                        .param("proposta", "macerata-2021-2023/quota"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi un nome")));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REDATTORE", "REFERENTE"})
    void itIsNotForEverybody(Role role) throws Exception {
        web.perform(get(PAGE).with(role == Role.REFERENTE ? cast.referente(1, CENTRE) : cast.with(role, CENTRE)))
                .andExpect(status().isForbidden());
    }

    private String page(String query) throws Exception {
        return web.perform(get(URI.create(PAGE + "?" + query)).with(cast.coordinatore(CENTRE)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String result(String page) {
        return between(page, "id=\"risultato\"", "id=\"enti\"");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private long rows() {
        return cast.at(
                CENTRE,
                () -> jdbc.sql(
                                "select (select count(*) from tariffs.comparison) + (select count(*) from tariffs.tariff_version)")
                        .query(Long.class)
                        .single());
    }

    private void body(OrganizationKind kind, String name, @Nullable Integer residents, @Nullable Integer businesses) {
        var id = organizations.add(OrganizationDetails.of(kind, name));
        LocalDate day = LocalDate.of(2022, 12, 31);
        if (residents != null) {
            organizations.record(
                    id, new Figure(FigureKind.RESIDENTS, day, BigDecimal.valueOf(residents), "Istat", null));
        }
        if (businesses != null) {
            organizations.record(
                    id,
                    new Figure(FigureKind.BUSINESSES, day, BigDecimal.valueOf(businesses), "Prova", "dimostrativo"));
        }
    }
}
