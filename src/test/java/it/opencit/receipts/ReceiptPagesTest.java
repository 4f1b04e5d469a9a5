// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.VeraPdf;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.access.Role;
import it.opencit.tariffs.Tariffs;
import it.opencit.treasury.NewProvvisorio;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The year's work in its pages and in the API, from the draft to the formal notice. */
@OpenCitTest
class ReceiptPagesTest {

    private static final String YEAR = "/gestione/entrate/2016";

    private static int centres;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    MovingClock clock;

    @Autowired
    DuesRuns runs;

    @Autowired
    PaymentRequests requests;

    @Autowired
    PaymentReminders reminders;

    @Autowired
    ReceiptTerms terms;

    @Autowired
    Treasury treasury;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Tariffs tariffs;

    private String centre = "";
    private Scene scene;
    private OrganizationId alfa = new OrganizationId(0);
    private OrganizationId beta = new OrganizationId(0);

    @BeforeEach
    void twoMembers() {
        centre = "pagine-entrate-" + ++centres;
        scene = new Scene(organizations, agreements, tariffs);
        clock.moveTo(LocalDate.of(2016, 5, 2));
        cast.at(centre, () -> {
            alfa = scene.member("Alfa", 3000, 200);
            beta = scene.member("Beta", 1000, 100);
            terms.change(new Terms(
                    Terms.USUAL.due(),
                    "3100936 - SERVIZI",
                    Set.of(OrganizationKind.COMUNE),
                    Channel.PAGOPA,
                    RequestDocument.REQUEST,
                    "80008750178",
                    "01",
                    "",
                    "0060013",
                    Terms.USUAL.intervals(),
                    0));
        });
    }

    @AfterEach
    void backToTheRealTime() {
        clock.letGo();
    }

    @Test
    void theYearIsWorkedInItsPages() throws Exception {
        web.perform(get(YEAR).with(cast.with(Role.AMMINISTRATIVO, centre)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Calcola il dovuto")));
        web.perform(post(YEAR + "/calcolo").with(cast.with(Role.AMMINISTRATIVO, centre)))
                .andExpect(redirectedUrl(YEAR));
        web.perform(get(YEAR).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("2 righe, € 900,00")))
                .andExpect(content().string(containsString("Approva la bozza con un atto")));
        long line = cast.at(
                        centre, () -> runs.lines(runs.draft(2016).orElseThrow().id()))
                .getFirst()
                .id();
        web.perform(get(YEAR + "/righe?q=alfa").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Comune di Alfa")))
                .andExpect(content().string(not(containsString("Comune di Beta"))));
        web.perform(get(YEAR + "/righe/" + line).with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Bozza: non ancora approvata")))
                .andExpect(content().string(containsString("Come si arriva all'importo")));
        approve(digest());
        web.perform(get(YEAR).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Determina dirigenziale n. 857 del 02/05/2016")))
                .andExpect(content().string(containsString("0 richieste mandate su 2")));
        web.perform(get(YEAR + "/ragioneria-2016.csv").with(cast.coordinatore(centre)))
                .andExpect(content()
                        .string(containsString(
                                "Determina dirigenziale;857;02/05/2016;;2016;3100936 - SERVIZI;Comune di Alfa;")))
                .andExpect(content().string(containsString(";650,00;0,00;650,00;")));
        web.perform(get(YEAR + "/righe/righe-2016.csv").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Approvata")));
    }

    @Test
    void aStaleApprovalIsAConflictAndKeepsWhatWasTyped() throws Exception {
        compute();
        String read = digest();
        cast.at(centre, () -> scene.figure(alfa, FigureKind.RESIDENTS, 3100));
        web.perform(post(YEAR + "/approvazione")
                        .with(cast.coordinatore(centre))
                        .param("digest", read)
                        .param("actKind", "Determina dirigenziale")
                        .param("actNumber", "8571")
                        .param("actDate", "02/05/2016")
                        .param("chapter", "Capitolo scritto a mano")
                        .param("fiscalYear", "2016"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Non è stato approvato niente")))
                .andExpect(content().string(containsString("Capitolo scritto a mano")))
                .andExpect(content().string(containsString("value=\"8571\"")));
        web.perform(post("/api/v1/dues/2016/approval")
                        .with(cast.coordinatore(centre))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(approvalJson(read)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("receipts.approval.stale"));
    }

    @Test
    void anApprovalWithoutItsActIsRefusedFieldByField() throws Exception {
        compute();
        web.perform(post(YEAR + "/approvazione")
                        .with(cast.coordinatore(centre))
                        .param("digest", digest())
                        .param("actDate", "31/02/2016")
                        .param("fiscalYear", "quindici"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scrivi il tipo di atto")))
                .andExpect(content().string(containsString("Scrivi il numero dell'atto")))
                .andExpect(content().string(containsString("31/02/2016")))
                .andExpect(content().string(containsString("Scrivi il capitolo")));
    }

    @Test
    void theApiComputesApprovesAndTellsTheAccounts() throws Exception {
        web.perform(post("/api/v1/dues/2016/runs").with(cast.coordinatore(centre)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.totals.amount").value("900.00"));
        web.perform(post("/api/v1/dues/2016/approval")
                        .with(cast.coordinatore(centre))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(approvalJson(digest())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("APPROVED"))
                .andExpect(jsonPath("$.approval.act.number").value("857"));
        web.perform(get("/api/v1/dues/2016/runs").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(jsonPath("$.items.length()").value(1));
        web.perform(get("/api/v1/organizations/" + alfa + "/statement?year=2016")
                        .with(cast.with(Role.OPERATORE, centre)))
                .andExpect(jsonPath("$.due").value("650.00"))
                .andExpect(jsonPath("$.residual").value("650.00"))
                .andExpect(jsonPath("$.lines[0].accertamento").value("senza numero, anno 2016"));
        web.perform(post("/api/v1/dues/2016/approval")
                        .with(cast.coordinatore(centre))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"digest\":\"abc\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("act.date"));
    }

    @Test
    void aRequestLeavesOnceWithItsLetterAndIsDueThirtyDaysAfterItsReceipt() throws Exception {
        compute();
        approve(digest());
        PaymentRequest request = request(alfa);
        assertThat(request.label()).isEqualTo("1/2016");
        clock.moveTo(LocalDate.of(2016, 5, 12));
        String address = "/gestione/richieste/" + request.id();
        web.perform(post(address + "/invio")
                        .with(cast.with(Role.AMMINISTRATIVO, centre))
                        .param("version", "0")
                        .param("byMail", "si")
                        .param("sentOn", "2016-05-10")
                        .param("receivedOn", "2016-05-10"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non si conosce un indirizzo")));
        web.perform(post("/gestione/entrate/paganti/" + alfa)
                        .with(cast.with(Role.AMMINISTRATIVO, centre))
                        .param("version", "0")
                        .param("email", "protocollo@pec.comune.alfa.bs.it"))
                .andExpect(redirectedUrl("/gestione/estratto-conto/" + alfa));
        web.perform(post(address + "/invio")
                        .with(cast.with(Role.AMMINISTRATIVO, centre))
                        .param("version", "0")
                        .param("byMail", "si")
                        .param("sentOn", "2016-05-10")
                        .param("receivedOn", "2016-05-10"))
                .andExpect(redirectedUrl(address));
        PaymentRequest.Sending sent = Objects.requireNonNull(request(alfa).sending());
        assertThat(sent.dueOn()).isEqualTo(LocalDate.of(2016, 6, 9));
        assertThat(sent.file()).isNotNull();
        web.perform(get("/gestione/avvisi").with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Richiesta di pagamento n. 1/2016")));
        web.perform(post(address + "/invio")
                        .with(cast.with(Role.AMMINISTRATIVO, centre))
                        .param("version", "1")
                        .param("sentOn", "2016-05-12")
                        .param("receivedOn", "2016-05-12"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("una volta sola")));
    }

    @Test
    void theLettersArePdfToKeepAndToBeReadAloud() throws Exception {
        OrganizationId azienda = cast.at(centre, () -> {
            OrganizationId body =
                    organizations.add(OrganizationDetails.of(OrganizationKind.AZIENDA_SPECIALE, "Azienda dei Colli"));
            scene.join(body);
            return body;
        });
        compute();
        approve(digest());
        PaymentRequest request = request(azienda);
        assertThat(request.channel()).isEqualTo(Channel.PAGOPA);
        assertThat(request.notice()).startsWith("301").hasSize(18);
        for (String address : List.of(
                "/gestione/richieste/" + request.id() + "/richiesta.pdf",
                "/gestione/richieste/" + request(alfa).id() + "/richiesta.pdf",
                "/gestione/estratto-conto/" + alfa + "/estratto-conto.pdf")) {
            byte[] pdf = web.perform(get(address).with(cast.coordinatore(centre)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFA_2_A)).as(address).isEmpty();
            assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFUA_1)).as(address).isEmpty();
        }
    }

    @Test
    void whoIsLateGetsEachStepOnceAtItsTime() throws Exception {
        compute();
        approve(digest());
        cast.at(
                centre,
                () -> requests.recordSent(
                        List.of(request(alfa).id(), request(beta).id()), LocalDate.of(2016, 5, 2)));
        cast.at(centre, () -> {
            var provvisorio = treasury.receive(new NewProvvisorio(
                    2016,
                    1,
                    LocalDate.of(2016, 5, 20),
                    "Comune di Beta",
                    "",
                    beta,
                    "Quota",
                    Euro.of("250.00"),
                    "",
                    ""));
            treasury.allocate(provvisorio, treasury.of(beta).getFirst().id(), Euro.of("250.00"));
        });
        // due on 1 June; first reminder 15 days later, then 30 and 30
        assertThat(steps("2016-06-01")).isEmpty();
        clock.moveTo(LocalDate.of(2016, 6, 10));
        web.perform(get("/gestione/solleciti").with(cast.with(Role.OPERATORE, centre)))
                .andExpect(content().string(containsString("Comune di Alfa")))
                .andExpect(content().string(not(containsString("Comune di Beta"))))
                .andExpect(content().string(containsString("Primo sollecito dal 16/06/2016")));
        assertThat(steps("2016-06-15")).isEmpty();
        assertThat(steps("2016-06-16")).containsExactly(ReminderStep.FIRST);
        assertThat(steps("2016-06-16")).isEmpty();
        assertThat(steps("2016-07-15")).isEmpty();
        assertThat(steps("2016-07-16")).containsExactly(ReminderStep.SECOND);
        assertThat(steps("2016-08-15")).containsExactly(ReminderStep.FORMAL);
        assertThat(steps("2017-08-15")).isEmpty();
        web.perform(get("/gestione/richieste/" + request(alfa).id()).with(cast.coordinatore(centre)))
                .andExpect(content().string(containsString("Diffida del 15/08/2016")));
    }

    @Test
    void aBodysPersonSeesItsOwnAccountsAndNoOther() throws Exception {
        compute();
        approve(digest());
        cast.at(centre, () -> requests.recordSent(List.of(request(alfa).id()), LocalDate.of(2016, 5, 2)));
        List<DueLine> lines =
                cast.at(centre, () -> runs.lines(runs.of(2016).getFirst().id()));
        long own = lines.stream()
                .filter(line -> line.payer().equals(alfa))
                .findFirst()
                .orElseThrow()
                .id();
        long other = lines.stream()
                .filter(line -> line.payer().equals(beta))
                .findFirst()
                .orElseThrow()
                .id();
        var person = cast.referente(alfa.value(), centre);
        web.perform(get("/area/estratto-conto").with(person))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("€ 650,00")))
                .andExpect(content().string(not(containsString("Comune di Beta"))));
        web.perform(get("/area/estratto-conto/" + own).with(person)).andExpect(status().isOk());
        web.perform(get("/area/estratto-conto/" + other).with(person)).andExpect(status().isNotFound());
        web.perform(get("/area/richieste/" + request(alfa).id() + ".pdf").with(person))
                .andExpect(status().isOk());
        web.perform(get("/area/richieste/" + request(beta).id() + ".pdf").with(person))
                .andExpect(status().isNotFound());
        web.perform(get("/area/estratto-conto/righe.csv").with(person))
                .andExpect(content().string(containsString(";650,00;")));
        web.perform(get("/api/v1/organizations/" + alfa + "/statement").with(person))
                .andExpect(status().isOk());
        web.perform(get("/api/v1/organizations/" + beta + "/statement").with(person))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                YEAR,
                YEAR + "/righe",
                YEAR + "/richieste",
                YEAR + "/ragioneria-2016.csv",
                "/gestione/solleciti",
                "/gestione/estratto-conto/1",
                "/gestione/entrate/impostazioni",
                "/gestione/entrate/paganti/1",
                "/api/v1/dues/2016/runs"
            })
    void whoIsNotOfTheOfficeIsRefused(String address) throws Exception {
        web.perform(get(address).with(cast.with(Role.REDATTORE, centre))).andExpect(status().isForbidden());
        web.perform(get(address).with(cast.referente(alfa.value(), centre))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                YEAR + "/calcolo",
                YEAR + "/approvazione",
                YEAR + "/richieste/invio",
                "/gestione/richieste/1/invio",
                "/gestione/solleciti",
                "/gestione/entrate/impostazioni",
                "/gestione/entrate/paganti/1",
                "/api/v1/dues/2016/runs",
                "/api/v1/dues/2016/approval"
            })
    void whoOnlyReadsMayNotWrite(String address) throws Exception {
        web.perform(post(address).with(cast.with(Role.OPERATORE, centre))).andExpect(status().isForbidden());
    }

    @Test
    void theSettingsNameTheFieldAtFaultAndKeepWhatWasTyped() throws Exception {
        web.perform(post("/gestione/entrate/impostazioni")
                        .with(cast.coordinatore(centre))
                        .param("version", "1")
                        .param("dueRule", "AFTER_RECEIPT")
                        .param("dueDays", "0")
                        .param("otherwise", "PAGOPA")
                        .param("document", "REQUEST")
                        .param("taxCode", "80008750179")
                        .param("segregation", "46")
                        .param("iban", "IT60X0542811101000000123457")
                        .param("treasuryAccount", "conto")
                        .param("firstDays", "15")
                        .param("secondDays", "30")
                        .param("formalDays", "30"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("da 1 a 365")))
                .andExpect(content().string(containsString("da 00 a 45: «46»")))
                .andExpect(content().string(containsString("IT60X0542811101000000123457")))
                .andExpect(content().string(containsString("Tesoreria Unica è un numero")));
        web.perform(post("/gestione/entrate/impostazioni")
                        .with(cast.coordinatore(centre))
                        .param("version", "1")
                        .param("dueRule", "BY_31_JANUARY")
                        .param("dueDays", "30")
                        .param("kind-COMUNE", "si")
                        .param("otherwise", "BANK")
                        .param("document", "INVOICE")
                        .param("iban", "IT60 X054 2811 1010 0000 0123 456")
                        .param("firstDays", "10")
                        .param("secondDays", "20")
                        .param("formalDays", "30"))
                .andExpect(redirectedUrl("/gestione/entrate/impostazioni"));
        Terms saved = cast.at(centre, () -> terms.current());
        assertThat(saved.due().kind()).isEqualTo(DueRule.Kind.BY_31_JANUARY);
        assertThat(saved.iban()).isEqualTo("IT60X0542811101000000123456");
        assertThat(saved.channel(OrganizationKind.OTHER)).isEqualTo(Channel.BANK);
    }

    private List<ReminderStep> steps(String day) {
        clock.moveTo(LocalDate.parse(day));
        return cast
                .at(
                        centre,
                        () -> reminders.send(
                                Set.of(request(alfa).id(), request(beta).id())))
                .stream()
                .map(Reminder::step)
                .toList();
    }

    private PaymentRequest request(OrganizationId payer) {
        return cast.at(centre, () -> requests.of(payer).getFirst());
    }

    private void compute() {
        cast.at(centre, () -> runs.compute(2016));
    }

    private String digest() {
        return cast.at(centre, () -> runs.draft(2016).orElseThrow().digest());
    }

    private void approve(String digest) throws Exception {
        web.perform(post(YEAR + "/approvazione")
                        .with(cast.coordinatore(centre))
                        .param("digest", digest)
                        .param("actKind", "Determina dirigenziale")
                        .param("actNumber", "857")
                        .param("actDate", "02/05/2016")
                        .param("chapter", "3100936 - SERVIZI")
                        .param("fiscalYear", "2016"))
                .andExpect(redirectedUrl(YEAR));
    }

    private static String approvalJson(String digest) {
        return """
                {"digest": "%s", "act": {"kind": "Determina dirigenziale", "number": "857", "date": "2016-05-02"},
                 "chapter": "3100936 - SERVIZI", "fiscalYear": 2016}""".formatted(digest);
    }
}
