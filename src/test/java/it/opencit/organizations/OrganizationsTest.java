// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenCitTest
class OrganizationsTest {

    private static final String CENTRE = "enti";
    private static final LocalDate END_OF_2013 = LocalDate.of(2013, 12, 31);
    private static final LocalDate END_OF_2022 = LocalDate.of(2022, 12, 31);
    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    @Autowired
    Organizations organizations;

    @Autowired
    FigureStore figures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "città",
                "CITTA",
                "sant'elpìdio",
                "elpidio citta",
                "z001",
                "C_Z001",
                "090001",
                "00796430171",
                "protocollo@pec.elpidio",
                "fm"
            })
    void aBodyIsFoundByAnyWordOrCodeWhateverAccentsAndCase(String words) {
        cast.at("ricerca", () -> {
            if (organizations.all().isEmpty()) {
                organizations.add(elpidio());
                organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, "Altrove"));
            }

            assertThat(organizations.search(words, null, null, 10))
                    .extracting(Organization::name)
                    .containsExactly("Città Sant'Elpidio");
        });
    }

    @Test
    void pagesOfASearchFollowEachOtherByName() {
        cast.at("pagine", () -> {
            for (String name : List.of("Délta", "alfa", "Beta", "gamma")) {
                organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, name));
            }

            List<Organization> first = organizations.search("", OrganizationKind.COMUNE, null, 2);
            List<Organization> second = organizations.search(
                    "", OrganizationKind.COMUNE, first.getLast().id(), 2);

            assertThat(first).extracting(Organization::name).containsExactly("alfa", "Beta");
            assertThat(second).extracting(Organization::name).containsExactly("Délta", "gamma");
        });
    }

    @Test
    void whatIsWrittenIsReadBack() {
        OrganizationDetails details = elpidio();

        assertThat(cast.at(
                        "lettura",
                        () -> organizations.get(organizations.add(details)).details()))
                .isEqualTo(details);
    }

    @Test
    void theSecondOfTwoEditorsDoesNotOverwriteTheFirst() {
        OrganizationId id = newComune();
        var mine = OrganizationDetails.of(OrganizationKind.COMUNE, "Mio");
        cast.at(CENTRE, () -> organizations.change(id, OrganizationDetails.of(OrganizationKind.COMUNE, "Loro"), 0));

        assertThatThrownBy(() -> cast.at(CENTRE, () -> organizations.change(id, mine, 0)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(cast.at(CENTRE, () -> organizations.get(id).name())).isEqualTo("Loro");
    }

    @Test
    void aCodeOfAnotherBodyIsRefusedAndTheOtherBodyIsNamed() {
        cast.at("doppi", () -> organizations.add(elpidio()));

        assertThatThrownBy(() -> cast.at("doppi", () -> organizations.add(elpidio())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("cadastralCode");
                    assertThat(refusal.inItalian()).contains("Comune di Città Sant'Elpidio");
                });
    }

    @Test
    void aBodyOfAnotherCentreIsNotThere() {
        OrganizationId id = newComune();

        assertThat(cast.at("altro", () -> organizations.find(id).isPresent())).isFalse();
    }

    @Test
    void aCorrectedFigureKeepsTheOldOneInItsHistoryWithWhoAndWhen() {
        OrganizationId id = newComune();
        record(id, FigureKind.RESIDENTS, END_OF_2022, "800");

        record(id, FigureKind.RESIDENTS, END_OF_2022, "812");

        assertThat(book(id).at(id, FigureKind.RESIDENTS, END_OF_2022))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo("812"));
        assertThat(cast.at(CENTRE, () -> figures.history(id)))
                .satisfiesExactly(now -> assertThat(now.supersededAt()).isNull(), before -> {
                    assertThat(before.figure().value()).isEqualTo("800");
                    assertThat(before.supersededAt()).isNotNull();
                    assertThat(before.supersededBy()).isEqualTo("anna");
                });
    }

    @Test
    void theSameFigureTwiceIsRecordedOnce() {
        OrganizationId id = newComune();

        assertThat(record(id, FigureKind.BUSINESSES, END_OF_2013, "879")).isTrue();
        assertThat(record(id, FigureKind.BUSINESSES, END_OF_2013, "879.0")).isFalse();
        assertThat(cast.at(CENTRE, () -> figures.history(id))).hasSize(1);
    }

    @Test
    void manyFiguresAtOnceDoWhatOneByOneDoes() {
        OrganizationId one = newComune();
        OrganizationId other = newComune();
        record(one, FigureKind.RESIDENTS, END_OF_2022, "800");
        Figure same = figure(FigureKind.RESIDENTS, END_OF_2022, "800");
        Figure corrected = figure(FigureKind.RESIDENTS, END_OF_2022, "900");

        cast.at(CENTRE, () -> organizations.record(Map.of(one, List.of(same), other, List.of(same))));
        cast.at(CENTRE, () -> organizations.record(Map.of(one, List.of(same), other, List.of(corrected))));

        assertThat(cast.at(CENTRE, () -> figures.history(one))).hasSize(1);
        assertThat(cast.at(CENTRE, () -> figures.history(other))).hasSize(2);
        assertThat(book(other).of(other)).containsExactly(corrected);
    }

    @Test
    void theBookGivesTheFigureOfTheDayAskedOrNothing() {
        OrganizationId id = newComune();
        record(id, FigureKind.RESIDENTS, END_OF_2013, "790");
        record(id, FigureKind.RESIDENTS, END_OF_2022, "800");

        FigureBook book = cast.at(CENTRE, () -> organizations.figures());

        assertThat(book.at(id, FigureKind.RESIDENTS, END_OF_2013)).isPresent();
        assertThat(book.at(id, FigureKind.RESIDENTS, END_OF_2013.plusDays(1))).isEmpty();
        assertThat(book.latest(id, FigureKind.RESIDENTS, END_OF_2022.minusDays(1)))
                .hasValueSatisfying(figure -> assertThat(figure.date()).isEqualTo(END_OF_2013));
        assertThat(book.at(id, FigureKind.BUSINESSES, END_OF_2013)).isEmpty();
    }

    @Test
    void aFigureOfAKindThatTheCentreDoesNotHaveIsRefused() {
        OrganizationId id = newComune();

        assertThatThrownBy(() -> record(id, "SHEEP", END_OF_2022, "3")).hasMessageContaining("SHEEP non esiste");
    }

    @Test
    void theCentreAddsItsOwnKindsOfFigures() {
        OrganizationId id = newComune();
        cast.at(CENTRE, () -> organizations.add(new FigureKind("EMPLOYEES", "Dipendenti", "dipendenti")));

        assertThat(record(id, "EMPLOYEES", END_OF_2022, "12")).isTrue();
        assertThat(cast.at(CENTRE, () -> organizations.figureKinds()))
                .extracting(FigureKind::code)
                .containsExactly("RESIDENTS", "BUSINESSES", "WORKSTATIONS", "EMPLOYEES");
    }

    @Test
    void overlappingMembershipsCannotBeStoredEvenPastTheRule() {
        OrganizationId unione = cast.at(
                CENTRE, () -> organizations.add(OrganizationDetails.of(OrganizationKind.UNIONE, "Unione dei Colli")));
        OrganizationId comune = newComune();
        cast.at(CENTRE, () -> organizations.join(unione, comune, new Period(END_OF_2013, END_OF_2022)));

        assertThatThrownBy(() -> cast.at(CENTRE, () -> {
                    jdbc.sql(
                                    "insert into organizations.membership (aggregation_id, member_id, from_date) values (?, ?, ?)")
                            .params(unione.value(), comune.value(), END_OF_2022)
                            .update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(cast.at(CENTRE, () -> organizations.memberships(unione)))
                .singleElement()
                .satisfies(one -> assertThat(one.period().to()).isEqualTo(END_OF_2022));
    }

    private OrganizationId newComune() {
        return cast.at(
                CENTRE,
                () -> organizations.add(
                        OrganizationDetails.of(OrganizationKind.COMUNE, "Prova " + SERIAL.incrementAndGet())));
    }

    private boolean record(OrganizationId id, String kind, LocalDate date, String value) {
        return cast.at(CENTRE, () -> organizations.record(id, figure(kind, date, value)));
    }

    private FigureBook book(OrganizationId id) {
        return cast.at(CENTRE, () -> organizations.figures(List.of(id)));
    }

    private static Figure figure(String kind, LocalDate date, String value) {
        return new Figure(kind, date, new BigDecimal(value), "Prova", null);
    }

    private static OrganizationDetails elpidio() {
        return new OrganizationDetails(
                OrganizationKind.COMUNE,
                "Città Sant'Elpidio",
                CodiceIstat.of("090001"),
                CodiceCatastale.of("Z001"),
                CodiceIpa.of("c_z001"),
                CodiceFiscale.of("00796430171"),
                null,
                DigitalDomicile.of("protocollo@pec.elpidio.it"),
                null,
                new Seat("Piazza 1", "63811", "Città Sant'Elpidio", "FM"),
                "090",
                "www.elpidio.it",
                "Note di prova");
    }
}
