// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpenCitTest
class ImportsTest {

    private static final String HEADER =
            "istat_code,name,province_code,province_abbr,cadastral_code,tax_code,population,population_date\n";
    private static final LocalDate END_OF_2022 = LocalDate.of(2022, 12, 31);

    @Autowired
    Imports imports;

    @Autowired
    Organizations organizations;

    @Autowired
    FigureStore figures;

    @Autowired
    Cast cast;

    @Test
    void allItalyIsImportedInSecondsAndTheSecondTimeChangesNothing() {
        String centre = "italia";

        Duration comuni = timed(() -> importNational(centre, ImportSource.ISTAT, Set.of()));
        Duration bodies = timed(() -> importNational(centre, ImportSource.IPA, Set.of()));
        System.out.println("Import of 7,894 Comuni: " + comuni.toMillis() + " ms; of 8,964 bodies of IPA: "
                + bodies.toMillis() + " ms");

        // 7,885 of the 8,964 rows of the index are Comuni that Istat had already named.
        assertThat(cast.at(centre, () -> organizations.all())).hasSize(7894 + 8964 - 7885);
        assertThat(idle(centre, ImportSource.ISTAT, Set.of())).isTrue();
        assertThat(idle(centre, ImportSource.IPA, Set.of())).isTrue();
        assertThat(comuni).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void theIndexAloneMakesComuniThatIstatThenRecognises() {
        String centre = "prima-ipa";
        importNational(centre, ImportSource.IPA, Set.of("BS"));
        int before = cast.at(centre, () -> organizations.all()).size();

        importNational(centre, ImportSource.ISTAT, Set.of("BS"));

        assertThat(cast.at(centre, () -> organizations.search("coccaglio", OrganizationKind.COMUNE, null, 5)))
                .singleElement()
                .satisfies(comune -> {
                    assertThat(comune.details().ipaCode()).hasToString("c_c806");
                    assertThat(comune.details().istatCode()).hasToString("017056");
                });
        long comuni = cast.at(centre, () -> organizations.all()).stream()
                .filter(body -> body.kind() == OrganizationKind.COMUNE)
                .count();
        assertThat(comuni).isEqualTo(205);
        assertThat(before).isGreaterThan(205);
    }

    @Test
    void aDifferentPopulationIsWrittenAndTheOneBeforeStaysInTheHistory() {
        String centre = "popolazione";
        apply(centre, file("800"));

        apply(centre, file("812"));

        OrganizationId id =
                cast.at(centre, () -> organizations.all()).getFirst().id();
        assertThat(cast.at(centre, () -> organizations.figures().at(id, "RESIDENTS", END_OF_2022)))
                .hasValueSatisfying(figure -> assertThat(figure.value()).isEqualTo("812"));
        assertThat(cast.at(centre, () -> figures.history(id)))
                .extracting(recorded -> recorded.figure().value().toString())
                .containsExactly("812", "800");
    }

    @Test
    void whatChangedAfterThePreviewStopsTheApplicationAndIsTold() {
        String centre = "nel-frattempo";
        apply(centre, file("800"));
        long id = upload(centre, file("812"));
        String digest = cast.at(centre, () -> imports.preview(id).plan().digest());
        cast.at(
                centre,
                () -> organizations.record(
                        organizations.all().getFirst().id(),
                        new Figure("RESIDENTS", END_OF_2022, new BigDecimal("805"), "Anagrafe", null)));

        assertThatThrownBy(() -> cast.at(centre, () -> imports.apply(id, digest)))
                .isInstanceOfSatisfying(
                        PlanChanged.class,
                        changed -> assertThat(changed.differences())
                                .singleElement()
                                .asString()
                                .contains("800 → 812")
                                .contains("805 → 812"));
        assertThat(cast.at(
                        centre,
                        () -> organizations
                                .figures()
                                .at(organizations.all().getFirst().id(), "RESIDENTS", END_OF_2022)
                                .orElseThrow()
                                .value()))
                .isEqualTo("805");
    }

    @Test
    void anImportIsAppliedOnce() {
        String centre = "una-volta";
        long id = apply(centre, file("800"));
        String digest = cast.at(centre, () -> imports.preview(id).plan().digest());

        assertThatThrownBy(() -> cast.at(centre, () -> imports.apply(id, digest)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("già stata applicata");
    }

    @Test
    void theOtherFileIsRefusedBeforeItIsKept() {
        assertThatThrownBy(() -> cast.at(
                        "sbagliato", () -> imports.upload(ImportSource.IPA, "comuni.csv", file("800"), Set.of())))
                .hasMessageContaining("mancano le colonne: ipa_code");
        assertThat(cast.at("sbagliato", () -> imports.latest())).isEmpty();
    }

    @Test
    void theNationalFileOfAProvinceBringsItsComuniWithTheirPopulation() {
        importNational("una-provincia", ImportSource.ISTAT, Set.of("BS"));

        assertThat(cast.at("una-provincia", () -> organizations.all()).stream()
                        .map(body -> body.details().provinceCode())
                        .collect(Collectors.toSet()))
                .containsExactly("017");
        assertThat(cast.at("una-provincia", () -> figures.all())).hasSize(205);
    }

    private void importNational(String centre, ImportSource source, Set<String> provinces) {
        cast.at(centre, () -> organizations.importShipped(source, provinces));
    }

    private boolean idle(String centre, ImportSource source, Set<String> provinces) {
        return cast.at(
                centre,
                () -> imports.preview(imports.choose(source, provinces)).plan().isIdle());
    }

    private long upload(String centre, byte[] file) {
        return cast.at(centre, () -> imports.upload(ImportSource.ISTAT, "comuni.csv", file, Set.of()));
    }

    private long apply(String centre, byte[] file) {
        long id = upload(centre, file);
        cast.at(centre, () -> imports.apply(id, imports.preview(id).plan().digest()));
        return id;
    }

    private static byte[] file(String residents) {
        return (HEADER + "090999,Roccaverde,090,SS,Z999,00796430171," + residents + ",2022-12-31\n").getBytes(UTF_8);
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
