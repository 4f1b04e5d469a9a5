// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

@OpenCitTest
class AgreementsTest {

    @Autowired
    Cast cast;

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Accessions accessions;

    @Autowired
    AccessionStore store;

    private Scene scene;

    @BeforeEach
    void scene() {
        scene = new Scene(organizations, agreements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      year | member
      2016 | false
      2017 | true
      2020 | true
      2021 | false
      """)
    void aBodyIsAMemberOfTheYearsItsDaysTouch(int year, boolean member) {
        cast.at(Cast.COLLI, () -> {
            OrganizationId torbole = scene.comune("Torbole");
            scene.member(torbole, scene.scheme(), "2017-02-01", null);

            assertThat(active(torbole, year)).hasSize(member ? 1 : 0);
        });
    }

    @Test
    void aMemberKnowsItsTariffItsDaysAndItsPayersOfTheYear() {
        cast.at(Cast.COLLI, () -> {
            OrganizationId roccaverde = scene.comune("Roccaverde");
            OrganizationId unione = scene.body(OrganizationKind.UNIONE, "Unione dei Colli");
            AccessionId accession = scene.member(roccaverde, scene.scheme(), "2015-01-14", null);
            agreements.addPayer(accession, new PayerRule(unione, Percentage.of("40"), 2016, 2018, "Giunta n. 7"));
            agreements.addPayer(accession, new PayerRule(unione, Percentage.of("100"), 2019, null, ""));

            ActiveAccession in2017 = active(roccaverde, 2017).getFirst();

            assertThat(in2017.tariffCode()).isEqualTo("colli/quota");
            assertThat(in2017.membership()).isEqualTo(new Period(Scene.day("2015-01-14"), Scene.day("2020-12-31")));
            assertThat(PayerShares.of(Euro.of("650.00"), roccaverde, in2017.payers()))
                    .containsExactly(
                            new PayerAmount(unione, Euro.of("260.00")), new PayerAmount(roccaverde, Euro.of("390.00")));
            assertThat(active(roccaverde, 2015).getFirst().payers()).isEmpty();
            assertThat(active(roccaverde, 2019).getFirst().payers())
                    .containsExactly(new PayerShare(unione, Percentage.of("100")));
        });
    }

    @Test
    void aWithdrawalEndsTheMembershipEarly() {
        LocalDate today = LocalDate.now(Italian.ROME);
        cast.at(Cast.COLLI, () -> {
            OrganizationId roccaverde = scene.comune("Roccaverde");
            SchemeId current = scene.scheme(new Period(today.minusYears(2), today.plusYears(2)));
            AccessionId running =
                    scene.member(roccaverde, current, today.minusYears(1).toString(), null);
            var withdrawal = new Withdrawal(today, "Gestione in proprio", null);
            accessions.record(running, 3, new AccessionAct.Withdraw(withdrawal), List.of());

            assertThat(accessions.get(running).state().stage()).isEqualTo(AccessionStage.WITHDRAWN);
            assertThat(active(roccaverde, today.getYear())
                            .getFirst()
                            .membership()
                            .to())
                    .isEqualTo(today);
            assertThat(active(roccaverde, today.getYear() + 1)).isEmpty();
        });
    }

    @Test
    void nobodyLeavesAnAccessionThatHasExpired() {
        AccessionId expired =
                cast.at(Cast.COLLI, () -> scene.member(scene.comune("Roccaverde"), scene.scheme(), "2015-01-14", null));
        var withdrawal = new Withdrawal(Scene.day("2018-12-31"), "Gestione in proprio", null);

        assertThatThrownBy(() -> cast.at(
                        Cast.COLLI,
                        () -> accessions.record(expired, 3, new AccessionAct.Withdraw(withdrawal), List.of())))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining("l'adesione è scaduta. Ora si può registrare: rinnovo");
    }

    @Test
    void theDaysOfTwoAccessionsByTheSameInstrumentDoNotOverlap() {
        OrganizationId roccaverde = cast.at(Cast.COLLI, () -> {
            OrganizationId body = scene.comune("Roccaverde");
            scene.member(body, scene.scheme(), "2015-01-14", "2017-12-31");
            scene.member(body, scene.scheme(), "2018-01-01", null);
            return body;
        });

        assertThatThrownBy(
                        () -> cast.at(Cast.COLLI, () -> scene.member(roccaverde, scene.scheme(), "2017-06-01", null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dal 14/01/2015 al 31/12/2017");
    }

    @Test
    void theDatabaseRefusesTheOverlapToo() {
        assertThatThrownBy(() -> cast.at(Cast.COLLI, () -> {
                    OrganizationId roccaverde = scene.comune("Roccaverde");
                    scene.member(roccaverde, scene.scheme(), "2015-01-14", null);
                    AccessionId other = accessions.open(scene.scheme(), roccaverde, "");
                    AccessionState taken = store.of(roccaverde).stream()
                            .map(Accession::state)
                            .filter(state -> state.membership() != null)
                            .findFirst()
                            .orElseThrow();
                    store.save(store.find(other).orElseThrow().in(taken));
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_membership");
    }

    @Test
    void anAccessionDoesNotOutliveItsScheme() {
        assertThatThrownBy(() -> cast.at(
                        Cast.COLLI,
                        () -> scene.member(scene.comune("Roccaverde"), scene.scheme(), "2015-01-14", "2021-01-01")))
                .hasMessageContaining("fino al 31/12/2020");
    }

    @Test
    void ofTwoPeopleWhoActAtOnceTheSecondIsStopped() {
        AccessionId accession = cast.at(Cast.COLLI, () -> {
            AccessionId opened = accessions.open(scene.scheme(), scene.comune("Roccaverde"), "");
            accessions.annotate(opened, 0, "prima");
            return opened;
        });

        assertThatThrownBy(() -> cast.at(Cast.COLLI, () -> accessions.annotate(accession, 0, "seconda")))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void aRenewalOpensTheNextAccessionOnce() {
        AccessionId first =
                cast.at(Cast.COLLI, () -> scene.member(scene.comune("Roccaverde"), scene.scheme(), "2015-01-14", null));
        SchemeId following =
                cast.at(Cast.COLLI, () -> scene.scheme(new Period(Scene.day("2021-01-01"), Scene.day("2025-12-31"))));
        cast.at(Cast.COLLI, () -> {
            Accession next = accessions.get(accessions.renew(first, following));

            assertThat(next.renews()).isEqualTo(first);
            assertThat(next.state().stage()).isEqualTo(AccessionStage.DRAFT);
        });

        assertThatThrownBy(() -> cast.at(Cast.COLLI, () -> accessions.renew(first, following)))
                .hasMessageContaining("già stata rinnovata");
    }

    @Test
    void anAccessionThatEndsSoonIsCountedUntilItIsRenewed() {
        cast.at(Cast.COLLI, () -> {
            LocalDate today = LocalDate.now(Italian.ROME);
            long before = agreements.expiringWithin(30);
            SchemeId current = scene.scheme(new Period(today.minusYears(1), today.plusDays(30)));
            AccessionId ending = scene.member(
                    scene.comune("Roccaverde"), current, today.minusMonths(6).toString(), null);

            assertThat(agreements.expiringWithin(30)).isEqualTo(before + 1);
            assertThat(agreements.expiringWithin(29)).isEqualTo(before);
            accessions.renew(ending, scene.scheme(new Period(today.plusDays(31), today.plusYears(5))));
            assertThat(agreements.expiringWithin(30)).isEqualTo(before);
        });
    }

    @Test
    void anotherCentreSeesNothing() {
        SchemeId scheme = cast.at(Cast.COLLI, () -> {
            SchemeId added = scene.scheme();
            scene.member(scene.comune("Roccaverde"), added, "2015-01-14", null);
            return added;
        });

        cast.at("lecce", () -> {
            assertThat(agreements.schemes()).extracting(StoredScheme::id).doesNotContain(scheme);
            assertThat(agreements.activeIn(2017))
                    .extracting(ActiveAccession::scheme)
                    .doesNotContain(scheme);
        });
    }

    private List<ActiveAccession> active(OrganizationId body, int year) {
        return agreements.activeIn(year).stream()
                .filter(accession -> accession.organization().equals(body))
                .toList();
    }
}
