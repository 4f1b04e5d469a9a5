// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import it.opencit.access.Persons;
import it.opencit.cast.Cast;
import it.opencit.cast.MailServer;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.SupplierDetails;
import it.opencit.catalogue.SupplierId;
import it.opencit.catalogue.Suppliers;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import jakarta.mail.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A fault from a Comune to its closing, with three people in three windows at once: the Comune, the agent, the supplier. */
@OpenCitTest
class ThreeWindowsTest {

    private static final String CENTRE = "castelli";
    private static final Pattern OPINION = Pattern.compile("http://[^/\\s]+(/parere/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Suppliers suppliers;

    @Autowired
    Persons persons;

    @Autowired
    ApplicationContext context;

    private final GreenMail mails = MailServer.start();

    @BeforeEach
    void threePeople() {
        cast.at(CENTRE, () -> {
            if (suppliers.named("Rete Srl").isEmpty()) {
                OrganizationId comune =
                        organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Roccaverde"));
                SupplierId supplier = suppliers.add(SupplierDetails.named("Rete Srl"));
                persons.grant(persons.enrol("operatore", "Carla Monti", "demo"), Role.OPERATORE, null);
                persons.grant(persons.enrol("mario.rossi", "Mario Rossi", "demo"), Role.OPERATORE, null);
                persons.grant(persons.enrol("comune", "Elena Riva", "demo"), Role.REFERENTE, comune.value());
                persons.grantSupplier(persons.enrol("fornitore", "Fabio Conti", "demo"), supplier.value());
            }
        });
    }

    @AfterEach
    void stopTheMail() {
        mails.stop();
    }

    @Test
    void aFaultFromAComuneToItsClosing() throws Exception {
        String base = "http://" + CENTRE + ".localhost:" + port;
        try (BrowserContext council = Browsers.window(base, Browsers.PHONE);
                BrowserContext office = Browsers.window(base, Browsers.DESKTOP);
                BrowserContext partner = Browsers.window(base, Browsers.DESKTOP)) {
            Page body = council.newPage();
            Page agent = office.newPage();
            Page supplier = partner.newPage();
            List<String> complaints = new ArrayList<>();
            for (Page page : List.of(body, agent, supplier)) {
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
                page.onPageError(complaints::add);
            }
            Browsers.signIn(body, "comune");
            Browsers.signIn(agent, "operatore");
            Browsers.signIn(supplier, "fornitore");
            agent.navigate("/gestione/assistenza");

            String number = openFault(body);
            String office1 = "/gestione/assistenza/ticket/" + number;

            agent.navigate(office1);
            assertThat(agent.locator("main")).containsText("Il protocollo non si apre");
            agent.locator("#campo-stato").selectOption("ASSIGNED");
            press(agent, "Cambia stato");
            assertThat(agent.locator("main dl.oc-facts").first()).containsText("Carla Monti");
            supplier.navigate("/fornitore/" + number);
            assertThat(supplier.locator("h1")).not().containsText("protocollo");

            agent.navigate(office1 + "/assegnazione");
            agent.locator("#campo-to").selectOption(new SelectOption().setLabel("Rete Srl"));
            press(agent, "Assegna");

            supplier.navigate("/fornitore");
            supplier.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Il protocollo non si apre"))
                    .click();
            Browsers.isAccessible(supplier);
            supplier.locator("#campo-risposta").fill("Il certificato del server è scaduto: lo rinnoviamo.");
            press(supplier, "Invia");
            assertThat(supplier.locator(".oc-talk")).containsText("lo rinnoviamo");
            supplier.locator("#campo-esito").fill("Certificato rinnovato fino al 2028.");
            press(supplier, "Fatto: torna al centro");
            Browsers.pictureForTheManual(supplier, "fornitore-ticket");

            body.navigate("/area/assistenza/" + number);
            assertThat(body.locator("main")).containsText("Da testare");
            assertThat(body.locator("main")).not().containsText("Certificato");
            assertThat(body.locator("main")).not().containsText("Carla Monti");

            agent.navigate(office1);
            assertThat(agent.locator(".oc-talk")).containsText("Certificato rinnovato fino al 2028.");
            agent.locator("#campo-risposta").fill("Il servizio è tornato: riuscite a entrare?");
            press(agent, "Invia la risposta");
            Browsers.isAccessible(agent);

            body.navigate("/area/assistenza/" + number);
            assertThat(body.locator(".oc-talk")).containsText("riuscite a entrare?");
            body.locator("#campo-risposta").fill("Sì, ora si apre. Grazie.");
            press(body, "Invia");

            agent.navigate(office1);
            assertThat(agent.locator(".oc-talk")).containsText("Sì, ora si apre.");
            agent.locator("#campo-risposta").fill("Bene: era il certificato del server.");
            agent.locator("#campo-poi").selectOption("SOLVED");
            press(agent, "Invia la risposta");

            body.navigate("/area/assistenza/" + number);
            Browsers.isAccessible(body);
            Browsers.pictureForTheManual(body, "area-conferma");
            press(body, "Sì, chiudi il ticket");
            assertThat(body.locator("main dl.oc-facts").first()).containsText("Chiuso");

            giveOpinion(base, linkInTheMail("Bene: era il certificato del server."));

            agent.navigate("/gestione/assistenza/statistiche?per=ente");
            assertThat(agent.locator("tbody tr")).hasCount(1);
            assertThat(agent.locator("tbody tr")).containsText("Roccaverde");
            assertThat(agent.locator("tbody tr")).containsText("5");
            agent.navigate(office1);
            assertThat(agent.locator("main")).containsText("5 su 5: «Rapidi e chiari»");
            assertThat(complaints).allMatch(complaint -> complaint.contains("status of 4"));
        }
    }

    private static String openFault(Page body) {
        body.navigate("/area/assistenza/nuovo?categoria=assistenza");
        body.locator("#campo-type").selectOption("FAULT");
        body.locator("#campo-title").fill("Il protocollo non si apre");
        body.locator("#campo-description").fill("Da questa mattina il programma dice «connessione non sicura».");
        body.locator("#campo-urgency").selectOption("HIGH");
        body.locator("#campo-email").fill("elena@roccaverde.example.it");
        press(body, "Apri il ticket");
        assertThat(body.locator("h1")).containsText("Il protocollo non si apre");
        return body.url().replaceAll(".*/(\\d+)$", "$1");
    }

    /** The mail that tells the solution asks how it went; its link needs no sign-in. */
    private static void giveOpinion(String base, String link) {
        try (BrowserContext nobody = Browsers.window(base, Browsers.PHONE)) {
            Page page = nobody.newPage();
            page.navigate(link);
            Browsers.isAccessible(page);
            page.getByLabel(Pattern.compile("^5")).evaluate("choice => choice.click()");
            page.locator("#campo-text").fill("Rapidi e chiari");
            press(page, "Invia il parere");
            assertThat(page.locator("main")).containsText("Hai dato il tuo parere");
            Browsers.pictureForTheManual(page, "parere");
        }
    }

    private String linkInTheMail(String text) throws Exception {
        deliver();
        for (Message mail : Arrays.asList(mails.getReceivedMessages())) {
            String written = String.valueOf(mail.getContent());
            var found = OPINION.matcher(written);
            if (written.contains(text) && found.find()) {
                assertThat(mail.getAllRecipients()[0]).hasToString("elena@roccaverde.example.it");
                return found.group(1);
            }
        }
        throw new AssertionError("No mail asks for an opinion");
    }

    /** As the job of the notices does; its class is of that module alone. */
    private void deliver() throws ReflectiveOperationException {
        Object outbox = context.getBean("it.opencit.notices.Outbox");
        var deliver = outbox.getClass().getDeclaredMethod("deliver");
        deliver.setAccessible(true);
        deliver.invoke(outbox);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        assertThat(page.locator("main .oc-error, main .alert-danger")).hasCount(0);
    }
}
