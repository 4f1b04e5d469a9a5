// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IstatFileTest {

    private static final String HEADER =
            "istat_code,name,province_code,province_abbr,cadastral_code,tax_code,population,population_date\n";
    private static final String AGLIE = "001001,Agliè,001,TO,A074,83501790014,2568,2022-12-31\n";

    @Test
    void theNationalFileIsTakenWhole() {
        ImportedFile file = IstatFile.read(Gazetteer.bytes("comuni-istat.csv"), province -> true);

        assertThat(file.refused()).isEmpty();
        assertThat(file.bodies()).hasSize(7894);
        assertThat(file.bodies().stream()
                        .flatMap(body -> body.figures().stream())
                        .map(Figure::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("58997201");
    }

    /** Three tax codes of the source lost a zero in a spreadsheet, one new Comune has none: nothing else is wrong. */
    @Test
    void whatTheNationalFileGotWrongIsMendedAndSaid() {
        ImportedFile file = IstatFile.read(Gazetteer.bytes("comuni-istat.csv"), province -> true);

        assertThat(file.bodies())
                .filteredOn(body -> body.note() != null)
                .extracting(ImportedBody::name, body -> body.get(BodyField.TAX_CODE))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Gravedona ed Uniti", "03322340138"),
                        org.assertj.core.groups.Tuple.tuple("Pieve di Bono-Prezzo", "02401730227"),
                        org.assertj.core.groups.Tuple.tuple("Castegnero Nanto", null),
                        org.assertj.core.groups.Tuple.tuple("Rivignano Teor", "02760670303"));
    }

    @ParameterizedTest(name = "{0}, separator {1}")
    @CsvSource(textBlock = """
      UTF-8,        ;
      UTF-8,        ','
      windows-1252, ;
      windows-1252, ','
      """)
    void officesSaveTheFileInManyWays(String charset, String separator) {
        String text = (HEADER + AGLIE).replace(",", separator);

        ImportedFile file = IstatFile.read(text.getBytes(Charset.forName(charset)), province -> true);

        assertThat(file.bodies()).singleElement().satisfies(body -> {
            assertThat(body.name()).isEqualTo("Agliè");
            assertThat(body.figures())
                    .containsExactly(new Figure(
                            "RESIDENTS",
                            LocalDate.of(2022, 12, 31),
                            new BigDecimal("2568"),
                            "Istat, popolazione residente",
                            null));
        });
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() {
        assertThat(IstatFile.read(("\uFEFF" + HEADER + AGLIE).getBytes(UTF_8), province -> true)
                        .bodies())
                .hasSize(1);
    }

    @Test
    void onlyTheProvincesWantedAreRead() {
        assertThat(IstatFile.read(Gazetteer.bytes("comuni-istat.csv"), "BS"::equals)
                        .bodies())
                .hasSize(205);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
      001001,Agliè,001,TO,A07,83501790014,2568,2022-12-31   | una lettera e tre cifre
      1001,Agliè,001,TO,A074,83501790014,2568,2022-12-31    | zeri iniziali compresi
      001001,Agliè,001,TO,A074,83501790015,2568,2022-12-31  | l'ultima sarebbe 4
      001001,,001,TO,A074,83501790014,2568,2022-12-31       | Manca il valore della colonna name
      001001,Agliè,001,TO,A074,83501790014,2.568,2022-12-31 | non è un numero intero
      001001,Agliè,001,TO,A074,83501790014,2568,31/12/2022  | scrivila come 2022-12-31
      001001,Agliè,001,TO,A074                              | ha 5 valori, le colonne sono 8
      """)
    void aWrongRowIsRefusedWithItsNumberAndReasonAndTheOthersAreTaken(String wrong, String reason) {
        ImportedFile file = IstatFile.read((HEADER + wrong + "\n" + AGLIE).getBytes(UTF_8), province -> true);

        assertThat(file.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(2);
            assertThat(refused.reason()).contains(reason);
        });
        assertThat(file.bodies()).extracting(ImportedBody::row).containsExactly(3);
    }

    @Test
    void otherColumnsAreRefusedOnceWithTheExpectedOnes() {
        assertThatThrownBy(() -> IstatFile.read("codice;comune\n1;Agliè\n".getBytes(UTF_8), province -> true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mancano le colonne: istat_code")
                .hasMessageContaining("population_date");
    }

    @Test
    void aSpreadsheetIsRefusedAsSuch() {
        assertThatThrownBy(() -> IstatFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}, province -> true))
                .hasMessageContaining("salvalo come CSV");
    }
}
