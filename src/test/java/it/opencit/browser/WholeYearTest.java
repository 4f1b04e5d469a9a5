// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import it.opencit.access.Persons;
import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.Catalogue;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.DueLine;
import it.opencit.receipts.DuesRuns;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.tariffs.Tariffs;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A whole year of a centre in the browser, with a clock that moves: a Comune joins, asks for two services, uses them, pays
 * to the cent, gives one up in the campaign, and owes less the year after. Figures are those of Coccaglio.
 */
@OpenCitTest
class WholeYearTest {

    private static final String CENTRE = "anno-intero";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Tariffs tariffs;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Persons persons;

    @Autowired
    DuesRuns runs;

    @Autowired
    Treasury treasury;

    private OrganizationId comune = new OrganizationId(0);

    @BeforeEach
    void aCentreWithTariffsAndACatalogueThatNobodyHasJoined() {
        clock.moveTo(LocalDate.of(2018, 12, 3));
        cast.at(CENTRE, () -> {
            tariffs.adopt("brescia");
            catalogue.adopt("brescia");
            agreements.addScheme(new Scheme(
                    "Convenzione 2015-2020",
                    AgreementKind.CONVENZIONE_ART_30_TUEL,
                    new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2020, 12, 31)),
                    null,
                    RenewalMode.EXPRESS,
                    "",
                    "brescia-2015-2020/quota",
                    "Consiglio provinciale n. 29/2016",
                    ""));
            comune = organizations.add(coccaglio());
            LocalDate frozen = LocalDate.of(2013, 12, 31);
            organizations.record(comune, figure(FigureKind.RESIDENTS, frozen, 8757));
            organizations.record(comune, figure(FigureKind.BUSINESSES, frozen, 879));
            persons.grant(persons.enrol("coordinatore", "Anna Valenti", "demo"), Role.COORDINATORE, null);
            persons.grant(persons.enrol("comune", "Elena Riva", "demo"), Role.REFERENTE, comune.value());
        });
    }

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @Test
    void fromJoiningToTheNextYearsDues() {
        String base = "http://" + CENTRE + ".localhost:" + port;
        try (BrowserContext office = Browsers.window(base, Browsers.DESKTOP);
                BrowserContext council = Browsers.window(base, Browsers.PHONE)) {
            Page staff = office.newPage();
            Page body = council.newPage();
            Browsers.signIn(staff, "coordinatore");
            join(staff);

            clock.moveTo(LocalDate.of(2019, 1, 10));
            Browsers.signIn(body, "comune");
            String pagopa = ask(body, "PagoPA", "1.800,00", "Partner tecnologico");
            String seclog = ask(body, "Registro degli accessi", "100,00", "");
            activate(staff, pagopa, "00000101");
            activate(staff, seclog, "00000102");

            clock.moveTo(LocalDate.of(2019, 2, 4));
            compute(staff, 2019);
            assertThat(linesOf(2019))
                    .containsExactlyInAnyOrder(
                            "QUOTA Convenzione 2015-2020 1973.63",
                            "ACTIVATION PagoPA 500.00",
                            "YEARLY PagoPA 1800.00",
                            "YEARLY Registro degli accessi dell'amministratore di sistema 100.00");
            approve(staff, 2019, "21", "2019-02-05");
            send(staff, 2019);

            clock.moveTo(LocalDate.of(2019, 3, 6));
            importProvisional(staff);
            allocate(staff);
            assertThat(cast.at(CENTRE, () -> treasury.of(comune)))
                    .hasSize(4)
                    .allSatisfy(one -> assertThat(one.residual()).isEqualTo(Euro.ZERO));
            staff.navigate("/gestione/accertamenti");
            assertThat(staff.locator("tbody").getByText("SALDATO")).hasCount(4);
            body.navigate("/area/estratto-conto");
            assertThat(body.locator("main")).containsText("4.373,63");
            Browsers.isAccessible(body);

            clock.moveTo(LocalDate.of(2019, 11, 4));
            openCampaign(staff);
            answer(body);
            clock.moveTo(LocalDate.of(2019, 12, 2));
            closeCampaign(staff);

            clock.moveTo(LocalDate.of(2020, 1, 15));
            compute(staff, 2020);
            assertThat(linesOf(2020))
                    .containsExactlyInAnyOrder(
                            "QUOTA Convenzione 2015-2020 1973.63",
                            "YEARLY Registro degli accessi dell'amministratore di sistema 100.00");
            assertThat(cast.at(
                            CENTRE,
                            () -> Euro.sum(treasury.of(comune).stream()
                                    .map(Accertamento::collected)
                                    .toList())))
                    .isEqualTo(Euro.of("4373.63"));
        }
    }

    private void join(Page page) {
        page.navigate("/gestione/convenzioni/adesioni/nuova");
        page.locator("#campo-organization").selectOption(comune.toString());
        page.locator("#campo-scheme")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Convenzione 2015-2020"));
        press(page, "Apri la bozza");
        String accession = page.url();
        page.navigate(accession + "/deliberazione");
        fill(page, "number", "44");
        fill(page, "date", "2018-11-28");
        tick(page.locator("#campo-immediate"));
        press(page, "Registra");
        page.navigate(accession + "/firma");
        fill(page, "signatory", "Bruno Bianchi");
        fill(page, "office", "Sindaco");
        fill(page, "date", "2018-12-01");
        press(page, "Registra");
        page.navigate(accession + "/controfirma");
        fill(page, "date", "2018-12-03");
        fill(page, "protocol", "00002619");
        fill(page, "protocolDate", "2018-12-03");
        fill(page, "from", "2019-01-01");
        fill(page, "to", "2020-12-31");
        press(page, "Registra");
        assertThat(page.locator("main .badge").first()).hasText("Attiva");
    }

    /** The body's person sees its own cost, then asks. Gives the number of the subscription. */
    private static String ask(Page page, String service, String cost, String variant) {
        page.navigate("/area/servizi?anno=2019");
        Locator offer = page.locator(".oc-offers > li").filter(new Locator.FilterOptions().setHasText(service));
        assertThat(offer.first()).containsText(cost);
        Browsers.isAccessible(page);
        offer.first()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Chiedi l'attivazione"))
                .click();
        if (!variant.isEmpty()) {
            page.locator("#campo-variant")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(variant));
        }
        fill(page, "contactName", "Elena Riva");
        fill(page, "contactEmail", "elena.riva@comune.example");
        fillTheRest(page);
        Browsers.isAccessible(page);
        press(page, "Invia la richiesta");
        assertThat(page.locator("main .badge").first()).hasText("Richiesta");
        return page.url().replaceAll(".*/(\\d+)$", "$1");
    }

    private static void activate(Page page, String subscription, String protocol) {
        String address = "/gestione/servizi/" + subscription;
        page.navigate(address);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scrivi il protocollo"))
                .click();
        fill(page, "protocolNumber", protocol);
        fill(page, "protocolDate", "2019-01-10");
        page.locator("main form button").first().click();
        page.navigate(address + "/verifica");
        press(page, "Registra");
        page.navigate(address + "/assegnazione");
        press(page, "Registra");
        page.navigate(address + "/attivazione");
        fill(page, "date", "2019-01-10");
        fill(page, "yearlyFrom", "2019-01-10");
        press(page, "Registra");
        assertThat(page.locator("main .badge").first()).hasText("Attiva");
        assertThat(page.locator(".oc-request").last()).containsText(", Risolto");
    }

    private static void compute(Page page, int year) {
        page.navigate("/gestione/entrate/" + year);
        press(page, "Calcola il dovuto");
        Browsers.isAccessible(page);
    }

    private static void approve(Page page, int year, String number, String date) {
        page.navigate("/gestione/entrate/" + year + "/approvazione");
        fill(page, "actKind", "Determina dirigenziale");
        fill(page, "actNumber", number);
        fill(page, "actDate", date);
        fill(page, "chapter", "3100936 - Servizi informatici");
        fill(page, "fiscalYear", Integer.toString(year));
        fill(page, "firstAccertamento", "1003");
        press(page, "Approva");
        assertThat(page.locator("main")).containsText("n. " + number);
    }

    private static void send(Page page, int year) {
        page.navigate("/gestione/entrate/impostazioni");
        fill(page, "treasuryAccount", "60011");
        page.locator("main form .btn-primary").last().click();
        page.navigate("/gestione/entrate/" + year + "/richieste");
        press(page, "Manda la richiesta che manca");
        page.navigate("/gestione/avvisi");
        assertThat(page.locator("main")).containsText("ragioneria@pec.comune.coccaglio.example");
    }

    /** The treasurer's file, as an office saves it: Windows-1252, semicolons, decimal commas. */
    private static void importProvisional(Page page) {
        String file = "Numero;Data;Versante;Codice fiscale;Causale;Importo\n"
                + "00016577;05/03/2019;COMUNE DI COCCAGLIO;;Quota e servizi CIT 2019 - così come richiesto;4.373,63\n";
        page.navigate("/gestione/provvisori/importazione");
        page.locator("#campo-file")
                .setInputFiles(
                        new FilePayload("provvisori.csv", "text/csv", file.getBytes(Charset.forName("windows-1252"))));
        press(page, "Mostra l'anteprima");
        Browsers.isAccessible(page);
        press(page, "Importa");
    }

    private static void allocate(Page page) {
        page.navigate("/gestione/provvisori/proposte");
        Browsers.isAccessible(page);
        tick(page.locator("main input[type=checkbox]").first());
        press(page, "Accetta le proposte scelte");
    }

    private static void openCampaign(Page page) {
        page.navigate("/gestione/campagne/nuova");
        fill(page, "title", "Conferma dei servizi 2020");
        fill(page, "year", "2020");
        fill(page, "opensOn", "2019-11-04");
        fill(page, "closesOn", "2019-11-30");
        press(page, "Salva");
        press(page, "Programma l'apertura");
    }

    private static void answer(Page page) {
        page.navigate("/area/campagne");
        page.locator("main .oc-attention a").first().click();
        choose(page, "PagoPA", "Rinuncia");
        choose(page, "Registro degli accessi", "Rinnova");
        Browsers.isAccessible(page);
        press(page, "Salva e vai al riepilogo");
        Browsers.isAccessible(page);
        press(page, "Invia la scheda");
        assertThat(page.locator(".alert-success").first()).isVisible();
    }

    private static void closeCampaign(Page page) {
        page.navigate("/gestione/campagne");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Conferma dei servizi 2020"))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiudi la campagna"))
                .click();
        Browsers.isAccessible(page);
        tick(page.locator("#campo-confirmed"));
        press(page, "Chiudi la campagna");
        assertThat(page.locator("main .badge").first()).hasText("Chiusa");
    }

    private static void choose(Page page, String service, String answer) {
        page.locator("fieldset.oc-service")
                .filter(new Locator.FilterOptions().setHasText(service))
                .first()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .first()
                .click();
    }

    private List<String> linesOf(int year) {
        return cast.at(
                CENTRE,
                () -> runs.lines(runs.of(year).getLast().id()).stream()
                        .map(WholeYearTest::words)
                        .toList());
    }

    private static String words(DueLine line) {
        return line.kind() + " " + line.title() + " " + line.amount();
    }

    private static void fill(Page page, String field, String value) {
        page.locator("#campo-" + field).fill(value);
    }

    /** What the service asks besides, field by field as its form declares. */
    private static void fillTheRest(Page page) {
        for (Locator field : page.locator("main form .oc-field:has(.oc-required) :is(input, textarea)")
                .all()) {
            if (field.inputValue().isEmpty()) {
                field.fill("2");
            }
        }
        for (Locator field :
                page.locator("main form .oc-field:has(.oc-required) select").all()) {
            if (field.inputValue().isEmpty()) {
                field.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
        }
        for (Locator box :
                page.locator("main form fieldset input[type=checkbox]").all()) {
            tick(box);
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        assertThat(page.locator("main .oc-error, main .alert-danger")).hasCount(0);
    }

    /** The box itself is hidden behind its drawing. */
    private static void tick(Locator box) {
        box.evaluate("box => { if (!box.checked) box.click(); }");
    }

    private static OrganizationDetails coccaglio() {
        OrganizationDetails bare = OrganizationDetails.of(OrganizationKind.COMUNE, "Coccaglio");
        return new OrganizationDetails(
                bare.kind(),
                bare.name(),
                null,
                null,
                null,
                null,
                null,
                new DigitalDomicile("ragioneria@pec.comune.coccaglio.example"),
                null,
                bare.seat(),
                "017",
                "",
                "");
    }

    private static Figure figure(String kind, LocalDate day, long value) {
        return new Figure(kind, day, BigDecimal.valueOf(value), "Convenzione 2015-2020", null);
    }
}
