// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static it.opencit.treasury.JournalSamples.page;
import static it.opencit.treasury.JournalSamples.provvisorio;
import static it.opencit.treasury.JournalSamples.reversale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.database.Acting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OpenCitTest
class TreasurerImportsTest {

    private static final String CENTRE = TreasuryScene.CENTRE;

    @Autowired
    Cast cast;

    @Autowired
    Treasury treasury;

    @Autowired
    TreasurerImports imports;

    @Autowired
    ProvvisorioStore provvisori;

    @Autowired
    TreasurerImportStore store;

    @Autowired
    Organizations organizations;

    @Test
    void aCsvIsLookedAtThenImportedOnce() {
        cast.at(CENTRE, () -> new TreasuryScene(organizations, treasury).comune("Roccaverde"));
        int n = numbers(3);
        String csv = """
                Numero provvisorio;Data;Versante;Importo;Causale
                %d;29/12/2017;COMUNE DI ROCCAVERDE;56,00;TELEMACO
                %d;boh;COMUNE;1,00;X
                %d;30/12/2017;ALTRI;1.200,50;Y
                %d;29/12/2017;COMUNE DI ROCCAVERDE;56,00;TELEMACO
                %d;29/12/2017;COMUNE DI ROCCAVERDE;57,00;TELEMACO
                """.formatted(n, n + 1, n + 2, n, n);

        long id = upload("prova.csv", csv);
        ImportOutcome preview = at(() -> imports.preview(id));
        assertThat(preview.created()).isEqualTo(2);
        assertThat(recorded(2017, n)).as("a preview writes nothing").isNull();
        assertThat(preview.refusals())
                .satisfiesExactly(
                        wrong -> {
                            assertThat(wrong.where()).isEqualTo("3");
                            assertThat(wrong.column()).isEqualTo("Data");
                            assertThat(wrong.why()).contains("«boh» non è una data");
                        },
                        twice -> {
                            assertThat(twice.where()).isEqualTo("6");
                            assertThat(twice.why()).contains("già alla riga 2 con altri dati");
                        });

        assertThat(at(() -> imports.apply(id)).created()).isEqualTo(2);
        Provvisorio first = recorded(2017, n);
        assertThat(first).isNotNull();
        assertThat(first.organizationName()).isEqualTo("Comune di Roccaverde");
        assertThat(recorded(2017, n + 2).amount()).isEqualTo(Euro.of("1200.50"));
        assertThatThrownBy(() -> at(() -> imports.apply(id))).hasMessageContaining("già stato importato");

        long again = upload("prova-2.csv", csv);
        ImportOutcome second = at(() -> imports.apply(again));
        assertThat(List.of(second.created(), second.changed(), second.unchanged()))
                .containsExactly(0, 0, 3);
        assertThat(at(() -> store.appliedTwin(imports.get(again).digest(), again)))
                .isPresent();
    }

    @Test
    void columnsAreChosenAndRemembered() {
        int n = numbers(2);
        String strange = "Bolletta;Giorno;Euro\n" + n + ";29/12/2017;10,00\n";
        long id = upload("strano.csv", strange);
        assertThatThrownBy(() -> at(() -> imports.preview(id)))
                .hasMessageContaining("Non trovo la colonna per: Numero del provvisorio, Data, Importo")
                .hasMessageContaining("Le colonne del file sono: Bolletta, Giorno, Euro");

        at(() -> {
            imports.choose(
                    id,
                    new CsvSettings(
                            Map.of(CsvField.NUMBER, "Bolletta", CsvField.DATE, "Giorno", CsvField.AMOUNT, "Euro")));
            return id;
        });
        assertThat(at(() -> imports.apply(id)).created()).isEqualTo(1);

        long next = upload("strano-2.csv", strange.replace(n + ";", (n + 1) + ";"));
        assertThat(at(() -> imports.preview(next)).created()).isEqualTo(1);
    }

    @Test
    void aRowThatSaysOtherwiseIsTakenOnlyWhileNothingRestsOnTheFirst() {
        int n = numbers(2);
        String csv = "numero;data;importo\n%d;29/12/2017;10,00\n%d;29/12/2017;20,00\n".formatted(n, n + 1);
        apply(upload("a.csv", csv));
        cast.at(CENTRE, () -> {
            var scene = new TreasuryScene(organizations, treasury);
            treasury.allocate(
                    recorded(2017, n + 1).id(), scene.assessed(scene.comune("Appoggiato"), "20.00"), Euro.of("20.00"));
        });

        ImportOutcome outcome =
                apply(upload("b.csv", csv.replace("10,00", "11,00").replace("20,00", "21,00")));

        assertThat(List.of(outcome.changed(), outcome.refused())).containsExactly(1, 1);
        assertThat(outcome.refusals().getFirst().why()).contains("già registrato per € 20,00");
        assertThat(recorded(2017, n).amount()).isEqualTo(Euro.of("11.00"));
    }

    /** Version 1.8 adds one way of execution to 1.7.1; both are read. */
    @ParameterizedTest
    @CsvSource({"SEPA CREDIT TRANSFER", "SEPA INSTANT CREDIT TRANSFER", "AVVISO PAGOPA"})
    void aProvvisorioOfTheJournalIsReceived(String execution) {
        int n = numbers(1);
        String movement = JournalSamples.movement(
                1, "ENTRATA", "SOSPESO ENTRATA", "ESEGUITO", n, "56.00", "2019-12-27", "COMUNE", execution, "");
        ImportOutcome outcome = apply(upload("gdc.xml", page(flow(), 1, 1, 2019, List.of(movement))));

        assertThat(outcome.created()).isEqualTo(1);
        Provvisorio received = recorded(2019, n);
        assertThat(received.amount()).isEqualTo(Euro.of("56.00"));
        assertThat(received.execution()).isEqualTo(execution);
        assertThat(received.reference()).isEqualTo("E2E1");
        assertThat(received.state()).isEqualTo(ProvvisorioState.OPEN);
    }

    @Test
    void splitsAreSummedAcrossPagesThatComeInAnyOrder() {
        int n = numbers(2);
        String flow = flow();
        String first = page(
                flow,
                1,
                2,
                2019,
                List.of(
                        provvisorio(1, n, "ESEGUITO", "60.00", "2019-03-01", "COMUNE"),
                        provvisorio(2, n + 1, "ESEGUITO", "5.00", "2019-03-01", "COMUNE"),
                        JournalSamples.movement(
                                3, "USCITA", "MANDATO", "ESEGUITO", 9, "7.00", "2019-03-01", "X", "CASSA", "")));
        String second = page(flow, 2, 2, 2019, List.of(provvisorio(4, n, "ESEGUITO", "40.00", "2019-03-01", "COMUNE")));

        ImportOutcome half = apply(upload("pagina-2.xml", second));
        assertThat(half.notes()).singleElement().asString().contains("1 pagine su 2");
        assertThat(recorded(2019, n).amount()).isEqualTo(Euro.of("40.00"));

        ImportOutcome whole = apply(upload("pagina-1.xml", first));
        assertThat(List.of(whole.created(), whole.changed(), whole.others())).containsExactly(1, 1, 1);
        assertThat(whole.notes()).isEmpty();
        assertThat(recorded(2019, n).amount()).isEqualTo(Euro.of("100.00"));

        for (String twice : List.of(first, second)) {
            ImportOutcome nothing = apply(upload("di-nuovo.xml", twice));
            assertThat(List.of(nothing.created(), nothing.changed(), nothing.refused()))
                    .containsOnly(0);
        }
        assertThat(recorded(2019, n).amount()).isEqualTo(Euro.of("100.00"));
    }

    @Test
    void aMovementSentAgainInAnotherFlowIsTheSame() {
        int n = numbers(1);
        List<String> movements = List.of(provvisorio(71, n, "ESEGUITO", "60.00", "2019-03-01", "COMUNE"));
        apply(upload("a.xml", page(flow(), 1, 1, 2019, movements)));
        ImportOutcome again = apply(upload("b.xml", page(flow(), 1, 1, 2019, movements)));
        assertThat(List.of(again.created(), again.changed(), again.unchanged())).containsExactly(0, 0, 1);
        assertThat(recorded(2019, n).amount()).isEqualTo(Euro.of("60.00"));
    }

    @Test
    void whatIsReversedAndRegularisedIsToldFromTheJournal() {
        int n = numbers(3);
        apply(upload(
                "a.xml",
                page(
                        flow(),
                        1,
                        1,
                        2019,
                        List.of(
                                provvisorio(1, n, "ESEGUITO", "60.00", "2019-03-01", "COMUNE"),
                                provvisorio(2, n + 1, "ESEGUITO", "60.00", "2019-03-01", "COMUNE"),
                                provvisorio(3, n + 2, "ESEGUITO", "60.00", "2019-03-01", "COMUNE")))));
        apply(upload(
                "b.xml",
                page(
                        flow(),
                        1,
                        1,
                        2019,
                        List.of(
                                provvisorio(10, n, "STORNATO", "60.00", "2019-03-05", "COMUNE"),
                                reversale(11, 51, "REGOLARIZZATO", "60.00", "2019-03-06", n + 1, "60.00"),
                                provvisorio(12, n + 1, "REGOLARIZZATO", "60.00", "2019-03-06", "COMUNE"),
                                reversale(13, 52, "REGOLARIZZATO", "20.00", "2019-03-06", n + 2, "20.00")))));

        assertThat(recorded(2019, n).state()).isEqualTo(ProvvisorioState.REVERSED);
        assertThat(recorded(2019, n + 1).regularised())
                .as("told twice, counted once")
                .isEqualTo(Euro.of("60.00"));
        assertThat(recorded(2019, n + 1).state()).isEqualTo(ProvvisorioState.REGULARISED);
        assertThat(recorded(2019, n + 2).state()).isEqualTo(ProvvisorioState.PARTIAL);

        apply(upload(
                "c.xml",
                page(
                        flow(),
                        1,
                        1,
                        2019,
                        List.of(
                                reversale(20, 51, "STORNATO", "60.00", "2019-03-09", n + 1, "60.00"),
                                provvisorio(21, n + 1, "RIPRISTINATO", "60.00", "2019-03-09", "COMUNE")))));
        assertThat(recorded(2019, n + 1).state()).as("to be regularised again").isEqualTo(ProvvisorioState.OPEN);
    }

    @Test
    void aReversalOfWhatIsAllocatedWaitsUntilTheAllocationIsUndone() {
        int n = numbers(1);
        apply(upload(
                "a.xml",
                page(flow(), 1, 1, 2019, List.of(provvisorio(1, n, "ESEGUITO", "60.00", "2019-03-01", "COMUNE")))));
        OrganizationId body = cast.at(CENTRE, () -> new TreasuryScene(organizations, treasury).comune("Stornato"));
        AllocationId made = cast.at(
                CENTRE,
                () -> treasury.allocate(
                        recorded(2019, n).id(),
                        new TreasuryScene(organizations, treasury).assessed(body, "60.00"),
                        Euro.of("60.00")));
        String storno =
                page(flow(), 1, 1, 2019, List.of(provvisorio(2, n, "STORNATO", "60.00", "2019-03-05", "COMUNE")));

        ImportOutcome refused = apply(upload("storno.xml", storno));
        assertThat(refused.refusals())
                .singleElement()
                .satisfies(row -> assertThat(row.why()).contains("abbinato per € 60,00", "annulla l'abbinamento"));
        assertThat(recorded(2019, n).reversed()).isEqualTo(Euro.ZERO);

        cast.at(CENTRE, () -> treasury.undo(made, "stornato dal tesoriere"));
        assertThat(apply(upload("storno.xml", storno)).changed()).isEqualTo(1);
        assertThat(recorded(2019, n).state()).isEqualTo(ProvvisorioState.REVERSED);
    }

    @Test
    void pagesInAnArchiveAreImportedTogether() throws IOException {
        int n = numbers(2);
        String flow = flow();
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            for (int page = 2; page >= 1; page--) {
                archive.putNextEntry(new ZipEntry("gdc/pagina-" + page + ".xml"));
                archive.write(page(
                                flow,
                                page,
                                2,
                                2019,
                                List.of(provvisorio(page, n + page - 1, "ESEGUITO", "1.00", "2019-03-01", "C")))
                        .getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
        }
        long id = at(() -> imports.upload(List.of(new TreasurerFile("gdc.zip", bytes.toByteArray()))));
        assertThat(apply(id).created()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            <html></html>                                                              | comincia con «html»
            <flusso_giornale_di_cassa><pagina>1</pagina>                               | non è un XML completo
            <flusso_giornale_di_cassa><pagina>1</pagina></flusso_giornale_di_cassa>    | manca «identificativo_flusso_BT»
            <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><flusso_giornale_di_cassa>&e;</flusso_giornale_di_cassa> | DOCTYPE
            """)
    void aFileThatIsNotAJournalIsRefused(String file, String said) {
        long id = upload("gdc.xml", file);
        assertThatThrownBy(() -> at(() -> imports.preview(id))).hasMessageContaining(said);
    }

    @Test
    void aMovementThatCannotBeReadIsNamedAndTheOthersAreTaken() {
        int n = numbers(2);
        ImportOutcome outcome = apply(upload(
                "gdc.xml",
                page(
                        flow(),
                        1,
                        1,
                        2019,
                        List.of(
                                provvisorio(1, n, "ESEGUITO", "dieci", "2019-03-01", "C"),
                                provvisorio(2, n + 1, "ESEGUITO", "10.00", "2019-03-01", "C")))));
        assertThat(outcome.created()).isEqualTo(1);
        assertThat(outcome.refusals()).singleElement().satisfies(row -> {
            assertThat(row.where()).isEqualTo("gdc.xml, movimento 1");
            assertThat(row.column()).isEqualTo("importo");
            assertThat(row.why()).contains("«dieci»");
        });
    }

    @Test
    void otherFilesAreRefusedWithTheMend() {
        assertThatThrownBy(() -> at(() -> imports.upload(List.of())))
                .hasMessageContaining("Scegli il file del tesoriere");
        assertThatThrownBy(() -> upload("nulla.csv", "  \n")).hasMessageContaining("vuoto");
        assertThatThrownBy(() -> upload("foglio.xlsx", "PK\3\4\0\0")).hasMessageContaining("salvalo come CSV");
        assertThatThrownBy(() -> at(() -> imports.upload(Arrays.asList(
                        new TreasurerFile("a.xml", "<x/>".getBytes(StandardCharsets.UTF_8)),
                        new TreasurerFile("b.csv", "a;b".getBytes(StandardCharsets.UTF_8))))))
                .hasMessageContaining("insieme file XML e altri file");
    }

    private long upload(String name, String text) {
        return at(() -> imports.upload(List.of(new TreasurerFile(name, text.getBytes(StandardCharsets.UTF_8)))));
    }

    private ImportOutcome apply(long id) {
        return at(() -> imports.apply(id));
    }

    private <T> T at(Supplier<T> work) {
        return Acting.as(cast.centre(CENTRE).id(), "anna", work);
    }

    @SuppressWarnings("NullAway") // tests ask for what they wrote
    private Provvisorio recorded(int year, long number) {
        return cast.at(CENTRE, () -> provvisori.numbered(year, number).orElse(null));
    }

    /** Numbers that no other test uses: the first of some. */
    private static int numbers(int some) {
        int first = TreasuryScene.next();
        for (int i = 1; i < some; i++) {
            TreasuryScene.next();
        }
        return first;
    }

    private static String flow() {
        return "GDC-20190331PROVA" + "%010d".formatted(TreasuryScene.next());
    }
}
