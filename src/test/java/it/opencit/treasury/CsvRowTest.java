// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Euro;
import it.opencit.shared.exchange.CsvText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowTest {

    private static final CsvSettings NONE = new CsvSettings(Map.of());

    @ParameterizedTest(name = "«{0}» is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            405,30      | 405.30
            405.30      | 405.30
            1.973,63    | 1973.63
            1,973.63    | 1973.63
            1.973       | 1973.00
            12.345.678  | 12345678.00
            € 56,00     | 56.00
            1 234,5     | 1234.50
            1'234,50    | 1234.50
            56          | 56.00
            """)
    void amountsAreReadAsTreasurersWriteThem(String written, String amount) {
        assertThat(one("numero;data;importo\n1;29/12/2017;\"" + written + "\"\n")
                        .amount())
                .isEqualTo(Euro.of(amount));
    }

    @ParameterizedTest(name = "«{0}»")
    @CsvSource({"29/12/2017", "29-12-2017", "29.12.2017", "2017-12-29", "2017-12-29T00:00:00", "29/12/2017 10:15"})
    void datesAreReadAsTreasurersWriteThem(String written) {
        assertThat(one("numero;data;importo\n1;" + written + ";1,00\n").receivedOn())
                .isEqualTo(LocalDate.of(2017, 12, 29));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1;31/02/2017;1,00            | data    | Il giorno «31/02/2017» non esiste
            1;ieri;1,00                  | data    | «ieri» non è una data
            1;;1,00                      | data    | Manca data
            ;29/12/2017;1,00             | numero  | Manca numero del provvisorio
            A12;29/12/2017;1,00          | numero  | «A12» non è il numero di un provvisorio
            0;29/12/2017;1,00            | numero  | maggiore di zero
            1;29/12/2017;                | importo | Manca importo
            1;29/12/2017;cento           | importo | «cento» non è un importo
            1;29/12/2017;-5,00           | importo | è negativo
            1;29/12/2017;0,00            | importo | maggiore di zero
            1;29/12/2017;1,005           | importo | più di due decimali
            1;29/12/2017;9999999999999   | importo | non può superare
            1;29/12/1717;1,00            | data    | quattro cifre
            """)
    void whatIsWrongNamesItsColumnAndTheMend(String row, String column, String said) {
        assertThatThrownBy(() -> one("numero;data;importo\n" + row + "\n"))
                .isInstanceOfSatisfying(CsvRow.Wrong.class, wrong -> {
                    assertThat(wrong.column()).isEqualTo(column);
                    assertThat(wrong.sentence()).contains(said);
                });
    }

    @ParameterizedTest(name = "{0}, parted by «{1}»")
    @CsvSource(
            quoteCharacter = '"',
            value = {"UTF-8, \";\"", "UTF-8 BOM, \",\"", "windows-1252, \"\t\"", "windows-1252, \";\""})
    void everyEncodingAndSeparatorIsRead(String encoding, String separator) {
        String text = String.join(separator, "Numero provvisorio", "Data", "Versante", "Importo") + "\r\n"
                + String.join(separator, "16577", "29/12/2017", "Comune di Agnà", "\"1.056,00\"") + "\r\n";
        byte[] bytes = encoding.equals("UTF-8 BOM")
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(encoding));

        NewProvvisorio read = rows(bytes).getFirst();

        assertThat(read.number()).isEqualTo(16577);
        assertThat(read.payerName()).isEqualTo("Comune di Agnà");
        assertThat(read.amount()).isEqualTo(Euro.of("1056.00"));
        assertThat(read.treasuryYear()).isEqualTo(2017);
    }

    @Test
    void theYearOfTheNumberAndTheColumnOfTheYearCount() {
        assertThat(one("numero;data;importo\n16577/2017;02/01/2018;1,00\n").treasuryYear())
                .isEqualTo(2017);
        assertThat(one("numero;data;importo;esercizio\n16577;02/01/2018;1,00;2017\n")
                        .treasuryYear())
                .isEqualTo(2017);
    }

    @Test
    void headingsAreGuessedAndThoseRememberedComeFirst() {
        List<String> headings =
                List.of("N. Sospeso", "Data movimento", "Ordinante", "Entrata", "Descrizione", "Numero");
        CsvSettings guessed = CsvSettings.forHeadings(headings, NONE);
        assertThat(guessed.columns())
                .containsEntry(CsvField.DATE, "Data movimento")
                .containsEntry(CsvField.PAYER, "Ordinante")
                .containsEntry(CsvField.AMOUNT, "Entrata")
                .containsEntry(CsvField.REASON, "Descrizione")
                .containsEntry(CsvField.NUMBER, "Numero");
        CsvSettings chosen = new CsvSettings(Map.of(CsvField.NUMBER, "N. Sospeso", CsvField.AMOUNT, "Entrata"));
        assertThat(CsvSettings.forHeadings(headings, chosen)).isEqualTo(chosen);
        assertThat(CsvSettings.forHeadings(List.of("Numero"), chosen).missing()).containsExactly("Data", "Importo");
    }

    private static NewProvvisorio one(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8)).getFirst();
    }

    private static List<NewProvvisorio> rows(byte[] bytes) {
        CsvText text = CsvText.of(bytes);
        var reader = new CsvRow(text.header(), CsvSettings.forHeadings(text.header(), NONE));
        List<NewProvvisorio> rows = new ArrayList<>();
        text.rows(row -> rows.add(reader.read(row)));
        return rows;
    }
}
