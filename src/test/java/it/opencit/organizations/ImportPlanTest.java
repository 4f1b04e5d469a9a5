// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.organizations.StoredBody.FigureKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

    private static final LocalDate END_OF_2022 = LocalDate.of(2022, 12, 31);

    @Test
    void aBodyThatTheCentreDoesNotHaveIsNew() {
        assertThat(plan(roccaverde("800")).rows())
                .singleElement()
                .isInstanceOfSatisfying(
                        PlannedRow.New.class, row -> assertThat(row.name()).isEqualTo("Roccaverde"));
    }

    @Test
    void aBodyAsTheFileSaysIsUnchanged() {
        ImportPlan plan = plan(roccaverde("800"), stored(Map.of(), "800"));

        assertThat(plan.rows(PlannedRow.Unchanged.class)).hasSize(1);
        assertThat(plan.isIdle()).isTrue();
    }

    @Test
    void aDifferentFigureOfTheSameDayIsShownWithBothValues() {
        assertThat(plan(roccaverde("812"), stored(Map.of(), "800")).rows(PlannedRow.Changed.class))
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .containsExactly(new FieldChange("Abitanti al 31/12/2022", "800", "812")));
    }

    @Test
    void aRenumberedComuneIsStillTheSameComune() {
        StoredBody before = stored(Map.of(BodyField.ISTAT_CODE, "090999"), "800");

        assertThat(plan(roccaverde("800"), before).rows(PlannedRow.Changed.class))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.changes()).containsExactly(new FieldChange("codice ISTAT", "090999", "017999")));
    }

    @Test
    void capitalsAndAccentsOfANameAreNoChange() {
        assertThat(plan(roccaverde("800"), stored(Map.of(BodyField.NAME, "ROCCAVERDE"), "800"))
                        .isIdle())
                .isTrue();
    }

    @Test
    void aBodyTypedByHandWithoutCodesIsFoundByKindNameAndProvince() {
        StoredBody typed = new StoredBody(
                new OrganizationId(7),
                OrganizationKind.COMUNE,
                0,
                Map.of(BodyField.NAME, "Roccaverde", BodyField.SEAT_PROVINCE, "BS"),
                Map.of());

        assertThat(plan(roccaverde("800"), typed).rows(PlannedRow.Changed.class))
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).containsEntry(BodyField.CADASTRAL_CODE, "Z999"));
    }

    @Test
    void aNamesakeWithAnotherCadastralCodeIsAnotherComune() {
        assertThat(plan(roccaverde("800"), stored(Map.of(BodyField.CADASTRAL_CODE, "Z111"), "800"))
                        .rows(PlannedRow.New.class))
                .hasSize(1);
    }

    @Test
    void aSuggestionFillsAGapAndNeverReplacesWhatTheCentreWrote() {
        ImportedBody row = unione("Unione dei Colli", "www.colli.it");

        assertThat(plan(row, storedUnione(Map.of())).rows(PlannedRow.Changed.class))
                .singleElement()
                .satisfies(changed ->
                        assertThat(changed.changes()).containsExactly(new FieldChange("sito", "", "www.colli.it")));
        assertThat(plan(row, storedUnione(Map.of(BodyField.WEBSITE, "unionecolli.it")))
                        .isIdle())
                .isTrue();
    }

    @Test
    void aSecondRowOnTheSameBodyIsRefusedAndNamesTheFirst() {
        ImportedBody again = withRow(roccaverde("801"), 9);

        ImportPlan plan = ImportPlan.of(
                new ImportedFile(List.of(roccaverde("800"), again), List.of()), List.of(), ImportPlanTest::label);

        assertThat(plan.rows(PlannedRow.Refused.class))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).contains("La riga 2 riguarda lo stesso ente"));
    }

    @Test
    void whatChangedSinceThePreviewIsToldRowByRow() {
        Map<Integer, String> shown =
                plan(roccaverde("812"), stored(Map.of(), "800")).outcomes();

        assertThat(plan(roccaverde("812"), stored(Map.of(), "812")).differencesFrom(shown))
                .containsExactly("Riga 2: era \"Roccaverde: Abitanti al 31/12/2022: 800 → 812\", ora è \"invariato\"");
        assertThat(plan(roccaverde("812"), stored(Map.of(), "800")).differencesFrom(shown))
                .isEmpty();
    }

    private static ImportPlan plan(ImportedBody row, StoredBody... stored) {
        return ImportPlan.of(new ImportedFile(List.of(row), List.of()), List.of(stored), ImportPlanTest::label);
    }

    private static String label(String kind) {
        return kind.equals("RESIDENTS") ? "Abitanti" : kind;
    }

    private static ImportedBody roccaverde(String residents) {
        return new ImportedBody(
                2,
                OrganizationKind.COMUNE,
                Map.of(
                        BodyField.NAME, "Roccaverde",
                        BodyField.CADASTRAL_CODE, "Z999",
                        BodyField.ISTAT_CODE, "017999",
                        BodyField.SEAT_PROVINCE, "BS"),
                Map.of(),
                List.of(new Figure("RESIDENTS", END_OF_2022, new BigDecimal(residents), "Istat", null)),
                null);
    }

    private static ImportedBody withRow(ImportedBody body, int row) {
        return new ImportedBody(row, body.kind(), body.states(), body.suggests(), body.figures(), null);
    }

    private static StoredBody stored(Map<BodyField, String> different, String residents) {
        var fields = new java.util.EnumMap<BodyField, String>(BodyField.class);
        fields.putAll(roccaverde(residents).states());
        fields.putAll(different);
        return new StoredBody(
                new OrganizationId(7),
                OrganizationKind.COMUNE,
                0,
                fields,
                Map.of(new FigureKey("RESIDENTS", END_OF_2022), new BigDecimal(residents)));
    }

    private static ImportedBody unione(String name, String website) {
        return new ImportedBody(
                2,
                OrganizationKind.UNIONE,
                Map.of(BodyField.NAME, name, BodyField.IPA_CODE, "udc_x"),
                Map.of(BodyField.WEBSITE, website),
                List.of(),
                null);
    }

    private static StoredBody storedUnione(Map<BodyField, String> more) {
        var fields = new java.util.EnumMap<BodyField, String>(BodyField.class);
        fields.put(BodyField.NAME, "Unione dei colli");
        fields.put(BodyField.IPA_CODE, "UDC_X");
        fields.putAll(more);
        return new StoredBody(new OrganizationId(8), OrganizationKind.UNIONE, 0, fields, Map.of());
    }
}
