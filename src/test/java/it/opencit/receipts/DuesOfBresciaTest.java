// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.cast.VeraPdf;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The quotas of the demonstration's Brescia, as the documents of its centre print them. */
@OpenCitTest
class DuesOfBresciaTest {

    @Autowired
    MembershipDues dues;

    @Autowired
    Organizations organizations;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    Coccaglio                                 | 2015 | 1973.63
                    Coccaglio                                 | 2016 | 1973.63
                    Coccaglio                                 | 2017 | 1973.63
                    Coccaglio                                 | 2018 | 1973.63
                    Coccaglio                                 | 2019 | 1973.63
                    Acquafredda                               | 2015 |  405.30
                    Unione Comuni Bassa Bresciana Occidentale | 2019 |  300.00
                    Torbole Casaglia                          | 2019 | 1348.13
                    """)
    void theAmountIsThatOfTheDocuments(String name, int year, String amount) {
        MembershipDue due = of(name, year);
        assertThat(due.amount()).isEqualTo(Euro.of(amount));
        assertThat(due.payers()).extracting(Payer::amount).containsExactly(Euro.of(amount));
    }

    @Test
    void whoSignedLaterOwesNothingForTheYearsBefore() {
        assertThat(cast.at(Cast.BRESCIA, () -> dues.of(2016).dues()))
                .extracting(due -> due.beneficiary().name())
                .doesNotContain("Torbole Casaglia");
    }

    @Test
    void aUnionePaysAllOfOneQuotaAndFortyPerCentOfAnother() {
        assertThat(of("Breno", 2019).payers())
                .extracting(Payer::name)
                .containsExactly("Unione Antichi Borghi di Vallecamonica");
        MembershipDue shared = of("Soiano del Lago", 2019);
        assertThat(shared.payers()).extracting(Payer::amount).containsExactly(Euro.of("184.76"), Euro.of("277.14"));
        assertThat(shared.amount()).isEqualTo(Euro.of("461.90"));
    }

    @Test
    void everyMemberHasALineAndTheSumsAgree() {
        DuesOfYear year = cast.at(Cast.BRESCIA, () -> dues.of(2019));
        assertThat(year.dues()).hasSize(203);
        assertThat(year.refused()).isZero();
        assertThat(Euro.sum(year.byPayer().stream()
                        .map(DuesOfYear.PayerTotal::amount)
                        .toList()))
                .isEqualTo(year.total());
    }

    @Test
    void aPastYearComesOutTheSameWithAndWithoutItsExplanation() {
        DuesOfYear amounts = cast.at(Cast.BRESCIA, () -> dues.of(2018));
        DuesOfYear explained = cast.at(Cast.BRESCIA, () -> dues.explained(2018));
        assertThat(explained.dues().stream().map(MembershipDue::amount).toList())
                .isEqualTo(amounts.dues().stream().map(MembershipDue::amount).toList());
    }

    @Test
    void aMadeUpFigureIsMarkedWhereverItCounts() {
        assertThat(of("Acquafredda", 2019).warnings()).contains("dimostrativo");
        assertThat(of("Coccaglio", 2019).warnings()).isEmpty();
    }

    @Test
    void theApiTellsAmountPayersAndSteps() throws Exception {
        web.perform(get("/api/v1/dues/2019").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(203))
                .andExpect(jsonPath("$.next").doesNotExist())
                .andExpect(jsonPath("$.items[?(@.organization.name == 'Coccaglio')].amount")
                        .value("1973.63"))
                .andExpect(jsonPath("$.items[?(@.organization.name == 'Coccaglio')].explanation[0].amount")
                        .value("1094.625"));
    }

    @Test
    void theApiPages() throws Exception {
        web.perform(get("/api/v1/dues/2019?limit=200&after=200").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(jsonPath("$.items.length()").value(3));
    }

    @Test
    void aPersonOfABodySeesItsOwnQuotaAndNoOther() throws Exception {
        long coccaglio = id("Coccaglio");
        web.perform(get("/api/v1/dues/2019").with(cast.referente(coccaglio, Cast.BRESCIA)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.total").value("1973.63"));
        web.perform(get("/area").with(cast.referente(coccaglio, Cast.BRESCIA)))
                .andExpect(content().string(containsString("€ 1.973,63")));
        web.perform(get("/area/quote/2019").with(cast.referente(coccaglio, Cast.BRESCIA)))
                .andExpect(content().string(containsString("Comune di Coccaglio")))
                .andExpect(content().string(not(containsString("Acquafredda"))));
    }

    @Test
    void theDocumentIsAPdfToKeepAndToBeReadAloud() throws Exception {
        byte[] pdf = web.perform(get("/gestione/quote/2019/enti/" + id("Coccaglio") + "/perche.pdf")
                        .with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(VeraPdf.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void theListIsFilteredAndExported() throws Exception {
        web.perform(get("/gestione/quote/2019?q=valtenesi&kind=Comune").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(content().string(containsString("Soiano del Lago")))
                .andExpect(content().string(not(containsString("Comune di Coccaglio"))));
        web.perform(get("/gestione/quote/2019/quote-2019.csv?q=coccaglio").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(content().string(containsString("Comune di Coccaglio;Comune;")))
                .andExpect(content().string(containsString(";1973,63;")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1999", "20199", "-1"})
    void aYearThatIsNoneIsRefusedWithAMessage(String year) throws Exception {
        web.perform(get("/gestione/quote/" + year).with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("scegli un anno")));
        web.perform(get("/api/v1/dues/" + year).with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value("year"));
    }

    @Test
    void aBodyThatIsNoMemberHasNoReasonToRead() throws Exception {
        web.perform(get("/gestione/quote/2019/enti/999999").with(cast.coordinatore(Cast.BRESCIA)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aCentreWithoutMembersSaysWhatToDoFirst() throws Exception {
        web.perform(get("/gestione/quote/2019").with(cast.coordinatore("vuoto")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("registra le adesioni")));
    }

    private MembershipDue of(String name, int year) {
        return cast.at(Cast.BRESCIA, () -> dues.explained(year)).dues().stream()
                .filter(due -> due.beneficiary().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long id(String name) {
        return cast.at(Cast.BRESCIA, () -> List.copyOf(organizations.search(name, OrganizationKind.COMUNE, null, 1)))
                .getFirst()
                .id()
                .value();
    }
}
