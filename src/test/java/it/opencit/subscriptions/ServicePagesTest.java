// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.agreements.Agreements;
import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.VeraPdf;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What the staff and the people of bodies do with services, as they do it. */
@OpenCitTest
class ServicePagesTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    private OrganizationId roccaverde = new OrganizationId(0);
    private OfferingId mailboxes = new OfferingId(0);

    @BeforeEach
    void aMemberAndAService() {
        cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            roccaverde = stage.member("Roccaverde");
            mailboxes = stage.mailboxes();
        });
    }

    @Test
    void aServiceIsAskedSetUpUsedAndGivenUp() throws Exception {
        String address = ask("00000" + roccaverde, LocalDate.now(Italian.ROME).toString());
        act(address, "verifica", 0, Map.of()).andExpect(redirectedUrl(address));
        act(address, "assegnazione", 1, Map.of("person", "Carla Monti")).andExpect(redirectedUrl(address));
        act(address, "attivazione", 2, Map.of("date", "2026-01-15", "yearlyFrom", "2026-01-15"))
                .andExpect(redirectedUrl(address));
        act(address, "disdetta", 3, Map.of("lastDay", "2026-12-31", "reason", "Passa all'Unione"))
                .andExpect(redirectedUrl(address));
        act(address, "cessazione", 4, Map.of("lastDay", "2026-12-31")).andExpect(redirectedUrl(address));

        staff(get(address), Role.OPERATORE)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Cessata")))
                .andExpect(content().string(containsString("Ne cura l'attivazione Carla Monti")))
                .andExpect(content().string(containsString("In uso dal 15/01/2026")))
                .andExpect(content().string(containsString("Passa all'Unione")))
                .andExpect(content().string(containsString("€ 72,00")))
                .andExpect(content().string(containsString("3 caselle")));
    }

    @Test
    void anActOutOfTurnIsRefusedAndSaysWhatIsPossible() throws Exception {
        String address = ask("", "");

        act(address, "attivazione", 0, Map.of("date", "2026-01-15"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il servizio è richiesta")))
                .andExpect(content().string(containsString("presa in carico")));
        staff(get(address + "/cessazione"), Role.COORDINATORE).andExpect(status().isUnprocessableContent());
        act(address, "verifica", 7, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"version\" value=\"0\"")));
    }

    @Test
    void aProtocolNumberIsOfOneRequestWhateverItsZeros() throws Exception {
        String number = "7" + roccaverde;
        ask("000" + number, "2026-02-01");
        OrganizationId other =
                cast.at(Stage.CENTRE, () -> new Stage(organizations, agreements, catalogue).member("Borgo"));

        staff(request(other).param("protocolNumber", number).param("protocolDate", "2026-11-30"), Role.AMMINISTRATIVO)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("è già di un'altra richiesta")))
                .andExpect(content().string(containsString("value=\"" + number + "\"")));
        staff(request(other).param("protocolNumber", number).param("protocolDate", "2025-11-30"), Role.AMMINISTRATIVO)
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void theSameServiceIsNotAskedTwice() throws Exception {
        ask("", "");

        staff(request(roccaverde), Role.AMMINISTRATIVO)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ha già")));
    }

    @Test
    void aQuantityThatOverlapsIsRefusedUntilTheOneUnderWayIsClosed() throws Exception {
        String address = used();
        AbstractMockHttpServletRequestBuilder<?> five = post(address + "/quantita")
                .param("key", "mailboxes")
                .param("value", "5")
                .param("from", "2019-07-01");

        staff(five, Role.COORDINATORE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La quantità è già 3 dal 01/01/2018 in poi")));
        staff(five.param("close", "si"), Role.COORDINATORE).andExpect(redirectedUrl(address));

        staff(get(address), Role.COORDINATORE)
                .andExpect(content().string(containsString("30/06/2019")))
                .andExpect(content().string(containsString("5 caselle")));
    }

    @Test
    void payersTakeNoMoreThanTheWhole() throws Exception {
        String address = used();
        OrganizationId one =
                cast.at(Stage.CENTRE, () -> new Stage(organizations, agreements, catalogue).member("Unione"));
        OrganizationId two =
                cast.at(Stage.CENTRE, () -> new Stage(organizations, agreements, catalogue).member("Unione"));
        AbstractMockHttpServletRequestBuilder<?> shares = post(address + "/paganti")
                .param("fromYear", "2019")
                .param("payer1", one.toString())
                .param("share1", "60")
                .param("payer2", two.toString());

        staff(shares.param("share2", "41"), Role.COORDINATORE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("101 %")));
    }

    @Test
    void aYearIsRenewedOnce() throws Exception {
        String address = used();

        staff(post(address + "/rinnovo").param("year", "2019"), Role.COORDINATORE)
                .andExpect(redirectedUrl(address));
        staff(post(address + "/rinnovo").param("year", "2019"), Role.COORDINATORE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("già rinnovato")));
    }

    @Test
    void consumptionComesFromAFileOnce() throws Exception {
        OfferingId lookups = cast.at(Stage.CENTRE, () -> {
            var stage = new Stage(organizations, agreements, catalogue);
            OfferingId offering = stage.lookups();
            subscriptions.addCompleted(Stage.completed(offering, roccaverde, "", "2017-01-01"));
            return offering;
        });
        String name = cast.at(Stage.CENTRE, () -> organizations.get(roccaverde).fullName());
        String text = "ente;periodo;quantità\n" + name + ";2017;80\nNessuno;2017;1\n";
        String preview = choose(lookups, text);
        String page = staff(get(preview), Role.COORDINATORE)
                .andExpect(content().string(containsString("non è un ente del centro")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String digest = page.replaceAll("(?s).*name=\"digest\" value=\"([^\"]*)\".*", "$1");

        staff(post(preview).param("digest", "another"), Role.COORDINATORE)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("I dati sono cambiati")));
        staff(post(preview).param("digest", digest), Role.COORDINATORE).andExpect(redirectedUrl(preview));

        assertThat(cast.at(Stage.CENTRE, () -> subscriptions.chargesOf(2017)).stream()
                        .filter(charge -> charge.beneficiary().equals(roccaverde)))
                .singleElement()
                .satisfies(
                        charge -> assertThat(charge.quantities().get("lookups")).isEqualByComparingTo("80"));
        staff(get(choose(lookups, text)), Role.COORDINATORE)
                .andExpect(content().string(containsString("Già registrata")))
                .andExpect(content().string(containsString("Non c'è niente da scrivere")));
    }

    @Test
    void aBodySeesItsCostAsksWithADraftAndAPaperToSignAndTakesItBack() throws Exception {
        String offer = "/area/servizi/catalogo/" + mailboxes;
        own(get(offer).param("anno", "2019").param("unita-mailboxes", "4"))
                .andExpect(content().string(containsString("Per il tuo Comune: € 108,00 l'anno (caselle: 4).")))
                .andExpect(content().string(containsString("Tavolo strategico")));
        own(multipart(offer + "/richiesta").param("azione", "bozza").param("contactName", "Elena <Riva>"))
                .andExpect(redirectedUrl(offer + "/richiesta"));
        own(get(offer + "/richiesta"))
                .andExpect(content().string(containsString("value=\"Elena &lt;Riva>\"")))
                .andExpect(content().string(containsString("Bozza salvata il")));
        own(multipart(offer + "/richiesta").param("azione", "modulo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Senza questa dichiarazione")));
        byte[] pdf = own(complete(offer, "modulo"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();

        String address = String.valueOf(own(complete(offer, "invio"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        String page = own(get(address))
                .andExpect(content().string(containsString("Elena Riva")))
                .andExpect(content().string(containsString("3 caselle")))
                .andExpect(content().string(containsString("modulo.pdf")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String request = page.replaceAll("(?s).*href=\"([^\"]*/richieste/\\d+)/ritiro\".*", "$1");
        own(multipart(request + "/documenti").file(new MockMultipartFile("signedFile", "firmato.pdf", "", PDF)))
                .andExpect(redirectedUrl(address));
        String withFile = own(get(address)).andReturn().getResponse().getContentAsString();
        String file = withFile.replaceAll("(?s).*href=\"(/area/servizi/\\d+/documenti/\\d+)\".*", "$1");
        own(get(file)).andExpect(status().isOk());
        other(get(file)).andExpect(status().isNotFound());
        other(get(address)).andExpect(status().isNotFound());
        other(post(request + "/ritiro").param("reason", "x")).andExpect(status().isNotFound());
        own(post(request + "/ritiro").param("reason", "Ripensamento")).andExpect(redirectedUrl(address));
        own(get(address)).andExpect(content().string(containsString("Ritirata")));
    }

    @Test
    void whatABodyAsksOfAServiceInUseHoldsWhenTheStaffAcceptsIt() throws Exception {
        String staff = used();
        String area = staff.replace("/gestione", "/area");
        own(multipart(area + "/altre-quantita")
                        .param("azione", "invio")
                        .param("unita-mailboxes", "6")
                        .param("fromDay", "2026-03-01")
                        .param("declaration0", "si"))
                .andExpect(redirectedUrl(area));
        String page =
                staff(get(staff), Role.COORDINATORE).andReturn().getResponse().getContentAsString();
        String answer = page.replaceAll("(?s).*href=\"([^\"]*/esito)\".*", "$1");

        staff(post(answer).param("answer", "REFUSED").param("date", "2026-03-01"), Role.COORDINATORE)
                .andExpect(status().isUnprocessableContent());
        staff(post(answer).param("answer", "ACCEPTED").param("date", "2026-03-01"), Role.COORDINATORE)
                .andExpect(redirectedUrl(staff));

        own(get(area))
                .andExpect(content().string(containsString("6 caselle")))
                .andExpect(content().string(containsString("28/02/2026")))
                .andExpect(content().string(containsString("Accolta")));
    }

    @Test
    void whoHasNoConventionReadsWhyItMayNotAsk() throws Exception {
        OrganizationId stranger =
                cast.at(Stage.CENTRE, () -> new Stage(organizations, agreements, catalogue).comune("Lontano"));

        web.perform(get("/area/servizi/catalogo/" + mailboxes).with(cast.referente(stranger.value(), Stage.CENTRE)))
                .andExpect(content().string(containsString("Non si può chiedere")))
                .andExpect(content().string(not(containsString("Chiedi l'attivazione"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/gestione/servizi, REDATTORE",
        "/gestione/servizi, REFERENTE",
        "/gestione/servizi/nuovo, OPERATORE",
        "/gestione/servizi/consumi, OPERATORE",
        "/gestione/servizi/1/quantita, OPERATORE",
        "/gestione/servizi/1/verifica, OPERATORE",
        "/gestione/servizi/1/paganti, REDATTORE",
        "/gestione/servizi/1/richieste/1/esito, OPERATORE",
        "/area/servizi, COORDINATORE",
        "/area/servizi/1/disdetta, AMMINISTRATIVO"
    })
    void theWrongRoleIsRefused(String address, Role role) throws Exception {
        web.perform(get(address).with(cast.with(role, Stage.CENTRE))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gestione/servizi", "/area/servizi"})
    void nobodySeesAnythingWithoutSigningIn(String address) throws Exception {
        web.perform(get(address).with(cast.nobody(Stage.CENTRE))).andExpect(status().is3xxRedirection());
    }

    private String used() {
        return cast.at(Stage.CENTRE, () -> {
            CompletedSubscription completed =
                    Stage.completed(mailboxes, roccaverde, "", "2018-01-01", FeeTerm.ofYear(ChargeKind.YEARLY, 2018));
            return SubscriptionAddresses.of(subscriptions.addCompleted(new CompletedSubscription(
                    completed.request(),
                    completed.from(),
                    completed.terms(),
                    java.util.List.of(Stage.quantity("mailboxes", "2018-01-01", "", 3)),
                    java.util.List.of(),
                    null)));
        });
    }

    private String choose(OfferingId lookups, String text) throws Exception {
        var file = new MockMultipartFile("file", "consumi.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return String.valueOf(staff(
                        multipart("/gestione/servizi/consumi").file(file).param("what", lookups + " lookups"),
                        Role.COORDINATORE)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private AbstractMockHttpServletRequestBuilder<?> complete(String offer, String act) {
        return multipart(offer + "/richiesta")
                .param("azione", act)
                .param("contactName", "Elena Riva")
                .param("contactEmail", "elena@example.org")
                .param("unita-mailboxes", "3")
                .param("declaration0", "si")
                .param("declaration1", "si")
                .param("declaration2", "si");
    }

    private AbstractMockHttpServletRequestBuilder<?> request(OrganizationId body) {
        return multipart("/gestione/servizi/nuovo")
                .param("ente", body.toString())
                .param("servizio", mailboxes.toString())
                .param("requestedOn", "2026-01-10")
                .param("unita-mailboxes", "3");
    }

    private String ask(String number, String date) throws Exception {
        return String.valueOf(staff(
                        request(roccaverde).param("protocolNumber", number).param("protocolDate", date),
                        Role.AMMINISTRATIVO)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private ResultActions act(String address, String noun, int version, Map<String, String> fields) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request =
                multipart(address + "/" + noun).param("version", Integer.toString(version));
        if (!fields.containsKey("date")) {
            request.param("date", "2026-01-12");
        }
        fields.forEach(request::param);
        return staff(request, Role.AMMINISTRATIVO);
    }

    private ResultActions staff(AbstractMockHttpServletRequestBuilder<?> request, Role role) throws Exception {
        return web.perform(request.with(cast.with(role, Stage.CENTRE)));
    }

    private ResultActions own(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(cast.referente(roccaverde.value(), Stage.CENTRE)));
    }

    private ResultActions other(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(cast.referente(999_999, Stage.CENTRE)));
    }
}
