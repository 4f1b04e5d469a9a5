// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingDetails;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.Upload;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteText;
import it.opencit.receipts.MembershipDue;
import it.opencit.receipts.MembershipDues;
import it.opencit.shared.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The catalogue as visitors read it, and what a service costs their body. */
@OpenCitTest
class PublicServicesTest {

    private static final String CENTRE = "catalogo-pubblico";

    /** Under the convention of 2015-2020 prices went by bands; since 2026 the quota includes them. */
    private static final LocalDate BANDED = LocalDate.of(2019, 5, 15);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Centres centres;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Documents documents;

    @Autowired
    Organizations organizations;

    @Autowired
    MembershipDues dues;

    private Visitor brescia;
    private Visitor own;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    @BeforeEach
    void visitors() {
        brescia = new Visitor(web, cast, clock, jdbc, centres, Cast.BRESCIA);
        own = new Visitor(web, cast, clock, jdbc, centres, CENTRE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/servizi", "/servizi?area=EGOV&q=pagamenti", "/servizi/pagopa", "/servizi/pec"})
    void isReadInBothLanguagesWithoutASession(String path) throws Exception {
        brescia.reads(path)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"it\">")))
                .andExpect(cookie().doesNotExist("opencit"))
                .andExpect(header().string("Cache-Control", "no-cache"));
        brescia.reads("/en" + path)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"en\">")))
                .andExpect(cookie().doesNotExist("opencit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/servizi/nessuno", "/servizi/pagopa/allegati/99999", "/servizi/<b>", "/servizi/PAGOPA%00"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        brescia.reads(path)
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(400, 404));
    }

    @Test
    void threeClicksTellWhatPagoPaCostsBrenoAndWhy() throws Exception {
        clock.moveTo(BANDED);
        String home = Visitor.page(brescia.reads("/"));
        assertThat(home).contains("href=\"/servizi\"");
        assertThat(Visitor.page(brescia.reads("/servizi"))).contains("href=\"/servizi/pagopa\"");
        String sheet = Visitor.page(brescia.reads("/servizi/pagopa"));
        String breno = Visitor.found(sheet, "<option value=\"(\\d+)\"[^>]*>Comune di Breno</option>");

        brescia.reads("/servizi/pagopa?ente=" + breno)
                .andExpect(content()
                        .string(allOf(
                                containsString("Comune di Breno: quanto costa nel"),
                                containsString("900,00"),
                                containsString("Perché"),
                                containsString("abitanti al 31 dicembre"),
                                containsString("Tariffa:"))));
        brescia.reads("/en/servizi/pagopa?ente=" + breno)
                .andExpect(content()
                        .string(allOf(
                                containsString("Comune di Breno: what it costs in"),
                                containsString("€900.00"),
                                containsString("Why"))));
    }

    @Test
    void theQuotaIsToldWhereItIncludesTheServiceOrIsItsCondition() throws Exception {
        clock.moveTo(BANDED);
        String breno = Visitor.found(
                Visitor.page(brescia.reads("/servizi/pec")), "<option value=\"(\\d+)\"[^>]*>Comune di Breno<");
        String quota = ServiceCards.money(
                SiteText.in(Language.ITALIAN),
                cast.at(
                        Cast.BRESCIA,
                        () -> dues.explained(OrganizationId.valueOf(breno), BANDED.getYear())
                                .map(MembershipDue::amount)
                                .orElseThrow()));
        brescia.reads("/servizi/pec?ente=" + breno)
                .andExpect(content()
                        .string(allOf(
                                containsString("La quota annua di adesione"),
                                containsString("Il servizio è compreso nella quota annua"),
                                containsString("Quota del 2019: " + quota),
                                containsString("Convenzione:"))));
        brescia.reads("/servizi/pagopa?ente=" + breno)
                .andExpect(content()
                        .string(allOf(
                                containsString("per chi aderisce al centro"),
                                containsString("Quota del 2019: " + quota))));
        brescia.reads("/en/servizi/gare?ente=" + breno)
                .andExpect(content()
                        .string(allOf(
                                containsString("Fee of 2019: €"),
                                containsString("<ul class=\"oc-steps\" lang=\"it\">"),
                                containsString("<span lang=\"it\">abitanti</span> on "))));
    }

    @Test
    void whoHasNotJoinedReadsWhatTheQuotaWouldBe() throws Exception {
        clock.moveTo(BANDED);
        OrganizationId other = cast.at(Cast.BRESCIA, () -> {
            var members = dues.of(BANDED.getYear()).dues().stream()
                    .map(due -> due.beneficiary().id())
                    .toList();
            return organizations.all().stream()
                    .filter(body -> body.kind() == OrganizationKind.COMUNE && !members.contains(body.id()))
                    .map(Organization::id)
                    .findFirst()
                    .orElseThrow();
        });
        brescia.reads("/servizi/pec?ente=" + other)
                .andExpect(content().string(containsString("Aderendo, quota del 2019:")));
        own.reads("/servizi").andExpect(status().isOk());
    }

    @Test
    void theSheetShowsTheBandsItsBlocksAndWhatProgramsRead() throws Exception {
        clock.moveTo(BANDED);
        brescia.reads("/servizi/pagopa")
                .andExpect(content()
                        .string(allOf(
                                containsString("oc-bands"),
                                containsString("GovernmentService"),
                                containsString("href=\"#costi\""),
                                containsString("Chiedi questo servizio"),
                                containsString("/area/servizi/catalogo/"),
                                containsString("Segnalazioni sul servizio"),
                                containsString("Domande?"))));
    }

    @Test
    void quantitiesAreStatedByWhoReads() throws Exception {
        clock.moveTo(BANDED);
        String breno = Visitor.found(
                Visitor.page(brescia.reads("/servizi/pec")), "<option value=\"(\\d+)\"[^>]*>Comune di Breno<");
        String page = Visitor.page(brescia.reads("/servizi/pec?ente=" + breno));
        String name = Visitor.found(page, "name=\"(unita-[^\"]+)\"");
        String many = Visitor.page(brescia.reads("/servizi/pec?ente=" + breno + "&" + name + "=50"));
        assertThat(many).contains("value=\"50\"").isNotEqualTo(page);
        for (String odd : List.of("-3", "abc", "1e9", "99999999999999999999", "<script>")) {
            brescia.reads("/servizi/pec?ente=" + breno + "&" + name + "=" + odd)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999", "99999999999999999999999", "abc", "<script>alert(1)</script>"})
    void aBodyThatIsNoneIsAskedAgain(String body) throws Exception {
        brescia.reads("/servizi/pagopa?ente=" + body)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Scegli un ente dell")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void filtersStandInTheAddressAndWordsNeedNoAccents() throws Exception {
        service("perche", "Perché conservare <b>bene</b>", "Archivî e qualità");
        own.reads("/servizi?q=perche").andExpect(content().string(containsString("Perché conservare &lt;b&gt;")));
        own.reads("/servizi?q=qualita&area=BACK_OFFICE&livello=BASE&classe=SURCHARGE&destinatari=COMUNE")
                .andExpect(content().string(containsString("/servizi/perche-")));
        own.reads("/servizi?area=EGOV&q=qualita").andExpect(content().string(not(containsString("/servizi/perche-"))));
        own.reads("/servizi?area=Nessuna&livello=%27").andExpect(status().isOk());
        own.reads("/servizi?q=\"").andExpect(status().isOk());
    }

    @Test
    void aChangedSheetIsFoundByItsNewWordsAndItsFileIsRead() throws Exception {
        OfferingId id = service("ortofoto", "Ortofoto", "Voli e mappe");
        cast.at(CENTRE, () -> {
            ServiceSheet sheet = catalogue.sheet(id);
            catalogue.changeSheet(new ServiceSheet(
                    id,
                    "Serve a chi pianifica <script>alert(1)</script>",
                    "Fotogrammetria aerea",
                    "",
                    "",
                    "",
                    "",
                    "",
                    null,
                    null,
                    "",
                    "",
                    "",
                    "",
                    "",
                    sheet.contact(),
                    sheet.english(),
                    List.of(),
                    sheet.version()));
            var pdf = new ByteArrayInputStream("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII));
            catalogue.attach(id, documents.store(new Upload("volo.pdf", pdf)), "Il volo");
        });
        String code = cast.at(CENTRE, () -> catalogue.get(id).code());
        own.reads("/servizi?q=fotogrammetrie").andExpect(content().string(containsString("/servizi/" + code)));
        String page = Visitor.page(
                own.reads("/servizi/" + code).andExpect(content().string(not(containsString("<script>alert")))));
        assertThat(page).contains("Compreso nella quota di adesione");
        own.reads(Visitor.found(page, "href=\"(/servizi/" + code + "/allegati/\\d+)\""))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("volo.pdf")));
    }

    @Test
    void theSearchOfTheSiteAndSearchEnginesFindServices() throws Exception {
        brescia.reads("/cerca?q=pagopa").andExpect(content().string(containsString("href=\"/servizi/pagopa\"")));
        brescia.reads("/en/cerca?q=pagopa").andExpect(content().string(containsString("href=\"/en/servizi/pagopa\"")));
        brescia.reads("/sitemap.xml").andExpect(content().string(containsString("/servizi/pagopa</loc>")));
    }

    @Test
    void aServiceNoLongerOfferedIsNotShown() throws Exception {
        OfferingId id = service("cessato", "Servizio cessato", "");
        String code = cast.at(CENTRE, () -> catalogue.get(id).code());
        own.reads("/servizi/" + code).andExpect(status().isOk());
        cast.at(CENTRE, () -> {
            var offering = catalogue.get(id);
            catalogue.change(new it.opencit.catalogue.Offering(
                    id,
                    details(
                            code,
                            "Servizio cessato",
                            "",
                            new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 12, 31))),
                    offering.version()));
        });
        own.reads("/servizi/" + code).andExpect(status().isNotFound());
        own.reads("/servizi?q=cessato").andExpect(content().string(not(containsString("/servizi/" + code))));
    }

    private OfferingId service(String code, String title, String summary) {
        String own = code + "-" + System.nanoTime();
        return cast.at(
                CENTRE, () -> catalogue.add(details(own, title, summary, new Period(LocalDate.of(2015, 1, 1), null))));
    }

    private static OfferingDetails details(String code, String title, String summary, Period offered) {
        return new OfferingDetails(
                code,
                title,
                summary,
                OfferingClass.SURCHARGE,
                OfferingLevel.BASE,
                OfferingArea.BACK_OFFICE,
                FeeKind.YEARLY,
                Continuation.TACIT,
                List.of(),
                Eligibility.MEMBERS,
                AllowanceSharing.EACH,
                "",
                null,
                offered);
    }
}
