// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

    @BeforeAll
    static void haveTimeForNewsToCome() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void asBefore() {
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }

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
            supplier.navigate("/fornitore");
            Locator counter = agent.locator("#vivo-stati .oc-counts strong").first();
            int before = Integer.parseInt(counter.innerText());

            String number = openFault(body, "Il protocollo non si apre");
            String office1 = "/gestione/assistenza/ticket/" + number;

            assertThat(counter).hasText(Integer.toString(before + 1));
            assertThat(agent.getByText("Bacheca aggiornata alle")).isVisible();
            agent.navigate(office1);
            assertThat(agent.locator("main")).containsText("Il protocollo non si apre");
            agent.locator("#campo-stato").selectOption("ASSIGNED");
            press(agent, "Cambia stato");
            assertThat(agent.locator("main dl.oc-facts").first()).containsText("Carla Monti");
            assertThat(body.locator("main dl.oc-facts").first()).containsText("In lavorazione");

            agent.navigate(office1 + "/assegnazione");
            agent.locator("#campo-to").selectOption(new SelectOption().setLabel("Rete Srl"));
            press(agent, "Assegna");

            supplier.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Il protocollo non si apre"))
                    .click();
            Browsers.isAccessible(supplier);
            supplier.locator("#campo-risposta").fill("Il certificato del server è scaduto: lo rinnoviamo.");
            press(supplier, "Invia");
            assertThat(supplier.locator(".oc-talk")).containsText("lo rinnoviamo");
            supplier.locator("#campo-esito").fill("Certificato rinnovato fino al 2028.");
            press(supplier, "Fatto: torna al centro");
            Browsers.pictureForTheManual(supplier, "fornitore-ticket");

            assertThat(body.locator("main dl.oc-facts").first()).containsText("Da testare");
            assertThat(body.locator("main")).not().containsText("Certificato");
            assertThat(body.locator("main")).not().containsText("Carla Monti");

            agent.navigate(office1);
            assertThat(agent.locator(".oc-talk")).containsText("Certificato rinnovato fino al 2028.");
            agent.locator("#campo-risposta").fill("Il servizio è tornato: riuscite a entrare?");
            press(agent, "Invia la risposta");
            Browsers.isAccessible(agent);

            assertThat(body.locator(".oc-talk")).containsText("riuscite a entrare?");
            body.locator("#campo-risposta").fill("Sì, ora si apre. Grazie.");
            press(body, "Invia");

            assertThat(agent.locator(".oc-talk")).containsText("Sì, ora si apre.");
            agent.locator("#campo-risposta").fill("Bene: era il certificato del server.");
            agent.locator("#campo-poi").selectOption("SOLVED");
            press(agent, "Invia la risposta");

            body.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sì, chiudi il ticket"))
                    .waitFor();
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

    @Test
    void twoWhoWorkOnOneTicketKnowItAndLoseNothing() {
        String base = "http://" + CENTRE + ".localhost:" + port;
        try (BrowserContext council = Browsers.window(base, Browsers.PHONE);
                BrowserContext first = Browsers.window(base, Browsers.DESKTOP);
                BrowserContext second = Browsers.window(base, Browsers.DESKTOP)) {
            Page body = council.newPage();
            Page carla = first.newPage();
            Page mario = second.newPage();
            Browsers.signIn(body, "comune");
            Browsers.signIn(carla, "operatore");
            Browsers.signIn(mario, "mario.rossi");
            String number = openFault(body, "La posta non parte");
            String address = "/gestione/assistenza/ticket/" + number;
            carla.navigate(address);
            mario.navigate(address);
            assertThat(carla.getByText("Anche Mario Rossi sta lavorando su questa richiesta."))
                    .isVisible();
            assertThat(mario.getByText("Anche Carla Monti sta lavorando su questa richiesta."))
                    .isVisible();
            Browsers.isAccessible(carla);
            Browsers.pictureForTheManual(carla, "due-al-lavoro");

            Locator answer = carla.getByLabel("Risposta: la legge l'ente");
            answer.fill("Stiamo guardando la coda.");
            mario.locator("summary", new Page.LocatorOptions().setHasText("Aggiungi una nota interna"))
                    .click();
            mario.locator("#campo-nota").fill("Ho già chiamato il fornitore.");
            press(mario, "Aggiungi la nota");

            assertThat(carla.locator(".oc-talk")).containsText("Ho già chiamato il fornitore.");
            assertThat(carla.getByText("Quello che stai scrivendo resta")).isVisible();
            assertThat(answer).hasValue("Stiamo guardando la coda.");
            assertThat(answer).isFocused();
            assertThat(body.locator("main")).not().containsText("lavorando su questa richiesta");
            assertThat(body.locator("main")).not().containsText("Ho già chiamato");

            Locator send = carla.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"));
            send.click();
            assertThat(carla.locator(".oc-theirs")).containsText("Ho già chiamato il fornitore.");
            assertThat(answer).hasValue("Stiamo guardando la coda.");
            Browsers.isAccessible(carla);
            send.click();
            assertThat(carla.locator(".oc-talk")).containsText("Stiamo guardando la coda.");
            assertThat(mario.locator(".oc-talk")).containsText("Stiamo guardando la coda.");
            assertThat(body.locator(".oc-talk")).containsText("Stiamo guardando la coda.");

            mario.close();
            assertThat(carla.getByText("Anche Mario Rossi")).hasCount(0);

            Page other = first.newPage();
            other.navigate("/gestione");
            press(other, "Esci");
            assertThat(carla.getByText("La pagina non si aggiorna più da sola")).isVisible();
        }
    }

    private static String openFault(Page body, String title) {
        body.navigate("/area/assistenza/nuovo?categoria=assistenza");
        body.locator("#campo-type").selectOption("FAULT");
        body.locator("#campo-title").fill(title);
        body.locator("#campo-description").fill("Da questa mattina il programma dice «connessione non sicura».");
        body.locator("#campo-urgency").selectOption("HIGH");
        body.locator("#campo-email").fill("elena@roccaverde.example.it");
        press(body, "Apri il ticket");
        assertThat(body.locator("h1")).containsText(title);
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
