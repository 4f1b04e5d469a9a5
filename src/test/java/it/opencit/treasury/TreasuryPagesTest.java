// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@OpenCitTest
class TreasuryPagesTest {

    private static final String CENTRE = "tesoro-pagine";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Treasury treasury;

    @Autowired
    Organizations organizations;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gestione/movimenti",
                "/gestione/movimenti/movimenti.csv",
                "/gestione/accertamenti",
                "/gestione/accertamenti/accertamenti.xlsx",
                "/gestione/provvisori",
                "/gestione/provvisori/provvisori.csv",
                "/gestione/riscossioni",
                "/gestione/riscossioni/riscossioni.csv",
                "/gestione/residui/2019",
                "/gestione/residui/2019/residui.csv",
                "/gestione/residui/2019/accertamenti",
                "/gestione/residui/2019/accertamenti/residui-per-accertamento.csv"
            })
    void theHelpDeskReadsAndTheEditorDoesNot(String address) throws Exception {
        web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE))).andExpect(status().isOk());
        web.perform(get(address).with(cast.with(Role.REDATTORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.referente(1, CENTRE))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gestione/accertamenti/nuovo",
                "/gestione/accertamenti/numerazione",
                "/gestione/provvisori/nuovo",
                "/gestione/provvisori/proposte",
                "/gestione/provvisori/importazione",
                "/gestione/riscossioni/nuova"
            })
    void onlyWhoKeepsTheAccountsWrites(String address) throws Exception {
        web.perform(get(address).with(cast.with(Role.AMMINISTRATIVO, CENTRE))).andExpect(status().isOk());
        web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(post(address).with(cast.with(Role.OPERATORE, CENTRE))).andExpect(status().isForbidden());
    }

    @Test
    void anAccertamentoIsRegisteredNumberedReducedAndShown() throws Exception {
        OrganizationId body = comune("Registrato");
        String address = String.valueOf(web.perform(post("/gestione/accertamenti/nuovo")
                        .param("actKind", "Determina dirigenziale")
                        .param("actNumber", "857")
                        .param("actDate", "05/08/2015")
                        .param("year", "2015")
                        .param("fiscalYear", "2015")
                        .param("beneficiary", body.toString())
                        .param("object", "Convenzione per adesione al CIT 2015-2020")
                        .param("chapter", TreasuryScene.CHAPTER)
                        .param("amount", "405,30")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        String number = Integer.toString(TreasuryScene.next());
        web.perform(post(address + "/numero")
                        .param("number", number)
                        .param("year", "2015")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));
        web.perform(post(address + "/riduzione")
                        .param("amount", "500")
                        .param("actKind", "Determina")
                        .param("actNumber", "1")
                        .param("actDate", "2016-01-10")
                        .param("reason", "insussistenza")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo € 405,30")))
                .andExpect(content().string(containsString("value=\"500\"")));
        web.perform(post(address + "/riduzione")
                        .param("amount", "5,30")
                        .param("actKind", "Determina")
                        .param("actNumber", "1")
                        .param("actDate", "2016-01-10")
                        .param("reason", "insussistenza")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));

        web.perform(get(address).with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("Accertamento " + number + "/2015")))
                .andExpect(content().string(containsString("€ 400,00")))
                .andExpect(content().string(containsString("Determina dirigenziale n. 857 del 05/08/2015")))
                .andExpect(content().string(containsString("insussistenza")))
                .andExpect(content().string(not(containsString(">Riduci<"))));
        web.perform(get("/gestione/accertamenti")
                        .param("q", "registrato")
                        .param("numero", number)
                        .with(cast.with(Role.OPERATORE, CENTRE)))
                .andExpect(content().string(containsString("1 riga")))
                .andExpect(content().string(containsString("€ 405,30")));
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasTypedIsKept() throws Exception {
        web.perform(post("/gestione/accertamenti/nuovo")
                        .param("object", "Servizio Telemaco")
                        .param("amount", "tanti")
                        .param("year", "15")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«tanti» non è un numero")))
                .andExpect(content().string(containsString("Scrivi il numero dell'atto")))
                .andExpect(content().string(containsString("quattro cifre")))
                .andExpect(content().string(containsString("Scegli un ente")))
                .andExpect(content().string(containsString("value=\"Servizio Telemaco\"")));
    }

    @Test
    void manyTakeConsecutiveNumbers() throws Exception {
        OrganizationId body = comune("In Fila");
        List<AccertamentoId> ids = cast.at(CENTRE, () -> List.of(unnumbered(body, "1.00"), unnumbered(body, "2.00")));
        web.perform(get("/gestione/accertamenti/numerazione?anno=2011").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("In Fila")));
        web.perform(post("/gestione/accertamenti/numerazione")
                        .param("year", "2011")
                        .param("first", "700")
                        .param("accertamento", ids.get(0).toString(), ids.get(1).toString())
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl("/gestione/accertamenti"));
        assertThat(cast.at(CENTRE, () -> treasury.find(ids)))
                .extracting(Accertamento::label)
                .containsExactly("700/2011", "701/2011");
        web.perform(post("/gestione/accertamenti/numerazione")
                        .param("year", "2011")
                        .param("first", "900")
                        .param("accertamento", ids.get(0).toString())
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ha già il suo numero")));
    }

    @Test
    void aProvvisorioIsProposedAllocatedOrderedAndSettled() throws Exception {
        clock.moveTo(LocalDate.of(2018, 1, 5));
        OrganizationId body = comune("Gardone");
        AccertamentoId assessed = cast.at(CENTRE, () -> scene().assessed(body, "56.00"));
        ProvvisorioId received =
                cast.at(CENTRE, () -> scene().received("GARDONE COMUNE DI", "56.00", "2017-12-29", "TELEMACO"));
        String provvisorio = "/gestione/provvisori/" + received;

        web.perform(get(provvisorio).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("27/02/2018, mancano 53 giorni")))
                .andExpect(content().string(containsString("e comunque entro il conto del tesoriere, 30/01/2018")));
        web.perform(get(provvisorio + "/allocazioni").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("il versante è Comune di Gardone, che deve pagare")))
                .andExpect(content().string(containsString("importo è uguale al residuo (€ 56,00)")));
        web.perform(post(provvisorio + "/allocazioni")
                        .param("importo-" + assessed, "56,01")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("restano da riscuotere € 56,00")))
                .andExpect(content().string(containsString("value=\"56,01\"")));
        web.perform(post(provvisorio + "/allocazioni")
                        .param("proposta", assessed + "=5600")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(provvisorio));
        AllocationId made = cast.at(
                CENTRE, () -> treasury.allocations(List.of(assessed)).getFirst().id());
        web.perform(post("/gestione/riscossioni/nuova")
                        .param("actKind", "Ordinanza di riscossione")
                        .param("actNumber", "51")
                        .param("actDate", "09/01/2018")
                        .param("fiscalYear", "2018")
                        .param("abbinamento", made.toString())
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound());
        web.perform(get("/gestione/riscossioni?q=gardone").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Ordinanza di riscossione n. 51 del 09/01/2018")))
                .andExpect(content().string(containsString("residui")))
                .andExpect(content().string(containsString("29/12/2017")));
        web.perform(get("/gestione/movimenti?ente=gardone&stato=riscosso&da=56&a=56")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("1 riga")))
                .andExpect(content().string(containsString("RISCOSSO")));
        web.perform(get("/gestione/accertamenti/" + assessed).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("SALDATO")));
    }

    @Test
    void proposalsAreAcceptedManyAtOnceAndUndoneWithTheReason() throws Exception {
        OrganizationId body = comune("Molte Proposte");
        AccertamentoId first = cast.at(CENTRE, () -> scene().assessed(body, "10.00"));
        AccertamentoId second = cast.at(CENTRE, () -> scene().assessed(body, "20.00"));
        ProvvisorioId one = cast.at(CENTRE, () -> scene().received("MOLTE PROPOSTE COMUNE", "10.00", "2017-01-01", ""));
        ProvvisorioId two = cast.at(CENTRE, () -> scene().received("MOLTE PROPOSTE COMUNE", "20.00", "2017-01-02", ""));

        web.perform(post("/gestione/provvisori/proposte")
                        .param("proposta", one + ":" + first + "=1000", two + ":" + second + "=2000")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl("/gestione/provvisori/proposte"));
        assertThat(cast.at(CENTRE, () -> treasury.find(List.of(first, second))))
                .allMatch(a -> a.state() == AccertamentoState.COLLECTED);
        web.perform(post("/gestione/provvisori/proposte")
                        .param("proposta", one + ":" + first + "=1000")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("restano da riscuotere € 0,00")));

        AllocationId made = cast.at(
                CENTRE, () -> treasury.allocations(List.of(first)).getFirst().id());
        String undo = "/gestione/abbinamenti/" + made + "/annullamento";
        web.perform(post(undo).with(cast.with(Role.OPERATORE, CENTRE))).andExpect(status().isForbidden());
        web.perform(post(undo).with(cast.coordinatore(CENTRE))).andExpect(status().isUnprocessableContent());
        web.perform(post(undo).param("reason", "era di un altro").with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl("/gestione/provvisori/" + one));
        web.perform(get("/gestione/provvisori/" + one).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("era di un altro")));
    }

    @Test
    void whatDoesNotConcernTheCentreIsSetAside() throws Exception {
        ProvvisorioId received = cast.at(CENTRE, () -> scene().received("CANONE", "7.00", "2017-01-01", "affitto"));
        String address = "/gestione/provvisori/" + received;
        web.perform(post(address + "/esclusione").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent());
        web.perform(post(address + "/esclusione")
                        .param("reason", "è del patrimonio")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));
        assertThat(cast.at(CENTRE, () -> treasury.find(received)).orElseThrow().state())
                .isEqualTo(ProvvisorioState.SET_ASIDE);
        web.perform(post(address + "/esclusione/fine").with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));
        OrganizationId body = comune("Indicato");
        web.perform(post(address + "/ente")
                        .param("organization", body.toString())
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(address));
        assertThat(cast.at(CENTRE, () -> treasury.find(received)).orElseThrow().organizationName())
                .isEqualTo("Comune di Indicato");
    }

    @Test
    void theTreasurersFileIsUploadedLookedAtAndImported() throws Exception {
        int number = TreasuryScene.next();
        String preview = String.valueOf(web.perform(multipart("/gestione/provvisori/importazione")
                        .file(new MockMultipartFile(
                                "file",
                                "gennaio.csv",
                                "text/csv",
                                ("Numero;Data;Importo\n" + number + ";02/01/2018;1.234,50\nx;02/01/2018;1\n")
                                        .getBytes(StandardCharsets.UTF_8)))
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        web.perform(get(preview).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("€ 1.234,50")))
                .andExpect(content().string(containsString("«x» non è il numero di un provvisorio")));
        web.perform(post(preview + "/colonne")
                        .param("colonna-NUMBER", "Numero")
                        .param("colonna-DATE", "Data")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(preview));
        web.perform(get(preview).with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString("Non trovo la colonna per: Importo")));
        web.perform(post(preview + "/colonne")
                        .param("colonna-NUMBER", "Numero")
                        .param("colonna-DATE", "Data")
                        .param("colonna-AMOUNT", "Importo")
                        .with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(preview));
        web.perform(post(preview + "/applicazione").with(cast.coordinatore(CENTRE)))
                .andExpect(redirectedUrl(preview));
        web.perform(post(preview + "/applicazione").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già stato importato")));
        web.perform(get("/gestione/provvisori?importo=1234,50").with(cast.coordinatore(CENTRE)))
                .andExpect(content().string(containsString(number + "/2018")));
        web.perform(multipart("/gestione/provvisori/importazione").with(cast.coordinatore(CENTRE)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scegli il file del tesoriere")));
    }

    /** A residual on a day is what was known to be open that day, whatever was collected after it. */
    @ParameterizedTest(name = "on 31 December {0}: {1}")
    @CsvSource({"2017, '€ 100,00'", "2018, '€ 60,00'", "2019, '€ 50,00'", "2020, Nessun residuo"})
    void residualsAreAsTheyWereOnTheLastDayOfTheYear(int year, String shown) throws Exception {
        String centre = "tesoro-residui";
        cast.at(centre, () -> {
            if (treasury.bySource("residui").isEmpty()) {
                OrganizationId body = scene().comune("Residuo");
                NewAccertamento a = scene().of(body, "Quota", 2017, "100.00");
                AccertamentoId assessed = treasury.assess(new NewAccertamento(
                        "1",
                        2017,
                        2017,
                        a.act(),
                        body,
                        a.beneficiaryName(),
                        body,
                        a.payerName(),
                        a.object(),
                        a.chapter(),
                        a.amount(),
                        null,
                        "residui"));
                treasury.allocate(scene().received("X", "40.00", "2018-05-05", ""), assessed, Euro.of("40.00"));
                treasury.reduce(
                        assessed,
                        Euro.of("10.00"),
                        new Act("Determina", "9", LocalDate.of(2019, 3, 1)),
                        "insussistenza");
                treasury.allocate(scene().received("X", "50.00", "2020-01-02", ""), assessed, Euro.of("50.00"));
            }
        });
        for (String address : List.of("/gestione/residui/" + year, "/gestione/residui/" + year + "/accertamenti")) {
            web.perform(get(address).with(cast.coordinatore(centre)))
                    .andExpect(content().string(containsString(shown)));
        }
    }

    private AccertamentoId unnumbered(OrganizationId body, String amount) {
        NewAccertamento a = scene().of(body, "Quota", 2011, amount);
        return treasury.assess(new NewAccertamento(
                null,
                2011,
                2011,
                a.act(),
                body,
                a.beneficiaryName(),
                body,
                a.payerName(),
                a.object(),
                a.chapter(),
                a.amount(),
                null,
                ""));
    }

    private OrganizationId comune(String name) {
        return cast.at(CENTRE, () -> scene().comune(name));
    }

    private TreasuryScene scene() {
        return new TreasuryScene(organizations, treasury);
    }
}
