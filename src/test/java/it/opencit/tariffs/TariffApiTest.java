// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpenCitTest
class TariffApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @ParameterizedTest(name = "{0} {2} {3}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      code                                        | year | organization                                              | quantities                        | net     | amount
      brescia-2015-2020/quota                     | 2019 | "kind":"COMUNE","residents":8757,"businesses":879         |                                   | 1973.63 | 1973.63
      brescia-2015-2020/quota                     | 2015 | "kind":"COMUNE","residents":3000,"businesses":200         |                                   |  650.00 |  650.00
      brescia-2015-2020/quota                     | 2019 | "kind":"UNIONE"                                           |                                   |  300.00 |  300.00
      brescia-2015-2020/quota                     | 2019 | "kind":"COMUNE","residents":8757,"businesses":879,"pastAmounts":{"2013":"1900.00"} |          | 1900.00 | 1900.00
      brescia-2015-2020/pagopa-attivazione-partner | 2017 | "kind":"COMUNE","residents":4915                         |                                   |  500.00 |  500.00
      brescia-2015-2020/pagopa-attivazione-regione | 2017 | "kind":"COMUNE","residents":4915                         |                                   | 1500.00 | 1500.00
      brescia-2015-2020/pagopa-assistenza         | 2019 | "kind":"COMUNE","residents":2000                          |                                   |  500.00 |  500.00
      brescia-2015-2020/pagopa-assistenza         | 2019 | "kind":"COMUNE","residents":2001                          |                                   |  900.00 |  900.00
      brescia-2015-2020/pagopa-assistenza         | 2019 | "kind":"COMUNE","residents":10001                         |                                   | 2500.00 | 2500.00
      brescia-2015-2020/pagopa-assistenza         | 2019 | "kind":"UNIONE"                                           |                                   | 1500.00 | 1500.00
      brescia-2015-2020/portale                   | 2019 | "kind":"COMUNE","residents":3501                          |                                   | 2000.00 | 2000.00
      brescia-2015-2020/telemaco-elenchi          | 2019 | "kind":"COMUNE","residents":15001                         |                                   |  150.00 |  150.00
      brescia-2015-2020/piano-performance         | 2019 | "kind":"COMUNE","residents":5001                          |                                   |  300.00 |  300.00
      brescia-2015-2020/fatturazione-manutenzione | 2019 | "kind":"COMUNE","residents":5000                          |                                   | 1400.00 | 1400.00
      brescia-2015-2020/fatturazione-assistenza   | 2019 | "kind":"COMUNE","residents":5001                          |                                   | 3700.00 | 3700.00
      brescia-2015-2020/firma-kit                 | 2016 | "kind":"COMUNE","residents":800                           | "kits":5                          |  150.00 |  150.00
      brescia-2015-2020/pec                       | 2016 | "kind":"COMUNE","residents":800                           | "mailboxes":4                     |  108.00 |  108.00
      brescia-2026-2036/pec                       | 2026 | "kind":"COMUNE","residents":800                           | "mailboxes":4                     |    0.00 |    0.00
      brescia-2015-2020/telemaco-consultazioni    | 2018 | "kind":"COMUNE","residents":2700                          | "lookups":80                      |   56.00 |   56.00
      brescia-2015-2020/wifi-access-point         | 2018 | "kind":"COMUNE","residents":2700                          | "accessPoints":6                  |  105.00 |  105.00
      brescia-2015-2020/conservazione-gb          | 2018 | "kind":"COMUNE","residents":5001                          | "gigabytes":"2.5"                 |  100.00 |  100.00
      brescia-2015-2020/posta                     | 2018 | "kind":"COMUNE","residents":5001                          | "gigabytes":32,"yearOfUse":1      |  300.00 |  300.00
      brescia-2015-2020/posta                     | 2018 | "kind":"COMUNE","residents":5001                          | "gigabytes":32,"yearOfUse":2      |  260.00 |  260.00
      brescia-2015-2020/sms                       | 2018 | "kind":"COMUNE","residents":5001                          | "messages":7000                   |  840.00 |  840.00
      pesaro-urbino-2021-2025/quota               | 2022 | "kind":"COMUNE","residents":5000                          |                                   | 2200.00 | 2200.00
      macerata-2021-2023/quota                    | 2022 | "kind":"COMUNE","residents":2301                          |                                   | 2112.00 | 2576.64
      macerata-2021-2023/quota                    | 2022 | "kind":"COMUNE","residents":500                           |                                   |  150.00 |  183.00
      lecco-2018-2022/connettivita                | 2020 | "kind":"COMUNE","workstations":10                         |                                   |  330.00 |  330.00
      lecco-2018-2022/posta                       | 2020 | "kind":"COMUNE","workstations":10                         |                                   | 1420.00 | 1420.00
      lecco-2018-2022/applicativi                 | 2020 | "kind":"COMUNE","workstations":10                         |                                   | 4640.00 | 4640.00
      avellino/quota                              | 2020 | "kind":"COMUNE","residents":3000,"businesses":200         |                                   |  650.00 |  650.00
      """)
    void workedExamples(String code, int year, String organization, String quantities, String net, String amount)
            throws Exception {
        calculate("""
                {"code":"%s","year":%d,"organization":{%s},"quantities":{%s}}""".formatted(code, year, organization, quantities == null ? "" : quantities))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.net").value(net))
                .andExpect(jsonPath("$.amount").value(amount));
    }

    @Test
    void theExplanationKeepsTheFractionsOfACent() throws Exception {
        calculate("""
                {"code":"brescia-2015-2020/quota","year":2019,
                 "organization":{"kind":"COMUNE","residents":8757,"businesses":879,"workstations":12},"quantities":{}}""")
                .andExpect(jsonPath("$.explanation[*].amount").value(hasItems("1094.625", "879.00", "1973.63")))
                .andExpect(jsonPath("$.explanation[*].text").value(hasItem(containsString("8.757 abitanti"))));
    }

    @Test
    void aTreeIsAppliedInPlaceOfACode() throws Exception {
        calculate("""
                {"tree":{"type":"perUnit","measure":{"quantity":"hours"},"rate":"30.5"},"year":2026,"quantities":{"hours":2}}""").andExpect(status().isOk()).andExpect(jsonPath("$.amount").value("61.00"));
    }

    @Test
    void aYearOutsideTheValidityIsComputedAndSaid() throws Exception {
        calculate("""
                {"code":"avellino/quota","year":1990,"organization":{"kind":"CONSORZIO"}}""")
                .andExpect(jsonPath("$.amount").value("300.00"))
                .andExpect(jsonPath("$.marks[*].label").value(hasItem("fuori validità")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      body                                                                                                        | field                       | sentence
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"kind":"COMUNE","residents":8757}}            |                             | manca il numero di imprese al 31/12/2013
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"kind":"COMUNE","residents":-1,"businesses":3}} | organization.residents    | non può essere negativo
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"kind":"COMUNE","residents":"tanti"}}         | organization.residents      | numero intero
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"kind":"COMUNE","residents":99999999999999999999}} | organization.residents | numero intero
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"kind":"REGNO","residents":1}}                | organization.kind           | non è un tipo di ente
      {"code":"brescia-2015-2020/quota","year":2019,"organization":{"residents":1}}                               | organization.kind           | manca
      {"code":"brescia-2015-2020/quota","year":2019}                                                              | organization                | Indica l'ente
      {"code":"brescia-2015-2020/quota","year":20190}                                                             | year                        | fra 1900 e 2999
      {"code":"brescia-2015-2020/quota","year":"2019"}                                                            | year                        | numero intero
      {"code":"brescia/niente","year":2019,"organization":{"kind":"COMUNE"}}                                      | code                        | non esiste
      {"code":7}                                                                                                  | code                        | deve essere un testo
      {"year":2019}                                                                                               | code                        | oppure
      {"code":"brescia-2015-2020/pec","organization":{"kind":"COMUNE"}}                                           |                             | manca la quantità
      {"code":"brescia-2015-2020/pec","organization":{"kind":"COMUNE"},"quantities":{"mailboxes":-4}}             |                             | non può essere negativa
      {"code":"brescia-2015-2020/pec","organization":{"kind":"COMUNE"},"quantities":{"mailboxes":1e400}}          | quantities.mailboxes        | deve essere un numero
      {"code":"brescia-2015-2020/pec","organization":{"kind":"COMUNE"},"quantities":{"mailboxes":[]}}             | quantities.mailboxes        | deve essere un numero
      {"code":"brescia-2015-2020/pec","organization":{"kind":"COMUNE"},"quantities":{"mailbox":4}}                | quantities.mailbox          | Quelle che prende sono: mailboxes
      {"code":"brescia-2015-2020/posta","organization":{"kind":"COMUNE"},"quantities":{"yearOfUse":0}}            |                             | anno di utilizzo
      {"tree":{"type":"fixed","amount":"-5"}}                                                                     | tree                        | non può essere negativa
      {"tree":{"type":"fixed","amount":5}}                                                                        | tree.amount                 | numero decimale
      {"tree":{"type":"magia"}}                                                                                   | tree.type                   | sconosciuto
      {"tree":{"type":"sum","components":[]}}                                                                     | tree                        | la somma è vuota
      {"tree":{"type":"tariff","code":"a/b"}}                                                                     | tree                        | non esiste
      {"tree":{"type":"bandAmount","by":{"figure":"RESIDENTS"},"bands":[{"upTo":10,"value":"1"},{"from":12,"value":"2"}]},"organization":{"kind":"COMUNE","residents":5}} | tree | fra 10 e 12
      {"tree":{"type":"bandAmount","by":{"figure":"RESIDENTS"},"bands":[{"upTo":10,"value":"1"},{"from":9,"value":"2"}]},"organization":{"kind":"COMUNE","residents":5}} | tree | si sovrappongono
      {"tree":{"type":"perUnit","measure":{"figure":"CAMELS"},"rate":"1"},"organization":{"kind":"COMUNE"}}       | tree                        | non esiste
      {"tree":{"type":"share","cost":{"type":"fixed","amount":"5"},"by":{"figure":"RESIDENTS"}},"organization":{"kind":"COMUNE","residents":5}} | | fra tutti gli enti
      []                                                                                                          |                             | oggetto
      null                                                                                                        |                             | oggetto
      """)
    void whatIsWrongIsRefusedWithItsFieldAndSentence(String body, String field, String sentence) throws Exception {
        ResultActions answer = calculate(body)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString(sentence)));
        if (field != null) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"code\":}", "nulla"})
    void whatIsNotJsonIsABadRequest(String body) throws Exception {
        calculate(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aCostIsSharedToTheCentInTheOrderGiven() throws Exception {
        share("""
                {"cost":"100.00","weights":[{"key":"A","weight":1},{"key":"B","weight":1},{"key":"C","weight":1}]}""").andExpect(status().isOk()).andExpect(content().json("""
                        {"shares":[{"key":"A","amount":"33.34"},{"key":"B","amount":"33.33"},{"key":"C","amount":"33.33"}]}"""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      body                                                              | field             | sentence
      {"cost":"100.00","weights":[]}                                    | weights           | non ce n'è nessuno
      {"cost":"100.00","weights":[{"key":"A","weight":0}]}              | weights           | tutti zero
      {"cost":"100.00","weights":[{"key":"A","weight":-1}]}             | weights[0].weight | negativo
      {"cost":"100.00","weights":[{"key":"A","weight":"due"}]}          | weights[0].weight | numero
      {"cost":"100.00","weights":[{"key":"A","weight":1e30}]}           | weights[0].weight | numero
      {"cost":"100.00","weights":[{"weight":1}]}                        | weights[0].key    | manca
      {"cost":"100.00","weights":{"A":1}}                               | weights           | elenco
      {"cost":"100.00","weights":[{"key":"A","weight":1},{"key":"A","weight":1}]} | weights[1].key | due volte
      {"cost":"100.005","weights":[{"key":"A","weight":1}]}             | cost              | due decimali
      {"cost":"-1.00","weights":[{"key":"A","weight":1}]}               | cost              | negativo
      {"cost":"cento","weights":[{"key":"A","weight":1}]}               | cost              | importo
      {"weights":[{"key":"A","weight":1}]}                              | cost              | manca
      """)
    void aShareThatCannotBeMadeIsRefused(String body, String field, String sentence) throws Exception {
        share(body)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString(sentence)));
    }

    @Test
    void everyShippedTariffIsListedAndSaysWhatItTakes() throws Exception {
        web.perform(get("/api/v1/tariffs").with(cast.referente(1, Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].code")
                        .value(hasItems("brescia-2015-2020/quota", "lecco-2018-2022/posta", "avellino/quota")))
                .andExpect(jsonPath("$.items[0].tree.type").exists())
                .andExpect(jsonPath("$.next").isEmpty());
        String one = web.perform(get("/api/v1/tariffs/brescia-2015-2020/posta").with(cast.referente(1, Cast.BRESCIA)))
                .andExpect(jsonPath("$.quantities[*].key").value(hasItems("gigabytes", "yearOfUse")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(one).contains("\"validTo\":\"2020-12-31\"").contains("\"centre\":\"brescia\"");
    }

    @Test
    void anUnknownCodeIsNotFound() throws Exception {
        web.perform(get("/api/v1/tariffs/brescia/niente").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isNotFound());
        web.perform(get("/api/v1/tariffs/brescia-2015-2020/quota?year=ieri").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isBadRequest());
    }

    private ResultActions calculate(String body) throws Exception {
        return send("/api/v1/tariffs/calculation", body);
    }

    private ResultActions share(String body) throws Exception {
        return send("/api/v1/tariffs/sharing", body);
    }

    private ResultActions send(String address, String body) throws Exception {
        return web.perform(post(address)
                .with(cast.coordinatore(Cast.BRESCIA))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
