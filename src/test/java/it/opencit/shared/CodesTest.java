// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    @ParameterizedTest(name = "{0} {1} becomes {2}")
    @CsvSource(textBlock = """
      CodiceFiscale,    00796430171,          00796430171
      CodiceFiscale,    ' 83501790014 ',      83501790014
      CodiceFiscale,    rssmra80a01f205x,     RSSMRA80A01F205X
      CodiceFiscale,    RSSMRA80A01F20RS,     RSSMRA80A01F20RS
      PartitaIva,       IT 00743110157,       00743110157
      CodiceIstat,      017056,               017056
      CodiceCatastale,  c806,                 C806
      CodiceIpa,        c_C806,               c_C806
      CodiceUfficio,    uf7csv,               UF7CSV
      Cig,              12345 67ab8,          1234567AB8
      DigitalDomicile,  Protocollo@PEC.comune.coccaglio.bs.it, protocollo@pec.comune.coccaglio.bs.it
      """)
    void acceptsWhatIsRightAndWritesItOneWay(String code, String typed, String kept) {
        assertThat(reader(code).apply(typed)).hasToString(kept);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
      CodiceFiscale   | 00796430172      | l'ultima sarebbe 1
      CodiceFiscale   | 3322340138       | Scrivi 03322340138
      CodiceFiscale   | 123456           | ha 6 cifre
      CodiceFiscale   | RSSMRA80A01F205Y | l'ultima lettera non corrisponde
      CodiceFiscale   | RSSMRA80Z01F205X | 16 caratteri di una persona
      CodiceFiscale   | ''               | 11 cifre per un ente
      PartitaIva      | 00743110158      | l'ultima sarebbe 7
      PartitaIva      | 00000000000      | non è valida
      PartitaIva      | 743110157        | Scrivi le 11 cifre
      CodiceIstat     | 17056            | zeri iniziali compresi
      CodiceCatastale | C80              | una lettera e tre cifre
      CodiceIpa       | c c806           | indicepa.gov.it
      CodiceUfficio   | UF7CS            | sei caratteri
      Cig             | 123456789        | dieci caratteri
      Cig             | 0000000000       | dieci caratteri
      DigitalDomicile | comune.it        | per intero
      DigitalDomicile | a@b              | per intero
      """)
    void refusesWhatIsWrongAndNamesTheMend(String code, String typed, String mend) {
        assertThatThrownBy(() -> reader(code).apply(typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(mend);
    }

    @Property
    void noSlipOfOneDigitGoesUnseen(
            @ForAll @NumericChars @StringLength(10) String ten,
            @ForAll @IntRange(max = 10) int place,
            @ForAll @IntRange(min = 1, max = 9) int slip) {
        String right = ten + CheckDigit.ofTenDigits(ten);
        assertThat(CodiceFiscale.of(right).value()).isEqualTo(right);

        var wrong = new StringBuilder(right);
        wrong.setCharAt(place, (char) ('0' + (right.charAt(place) - '0' + slip) % 10));

        assertThatThrownBy(() -> CodiceFiscale.of(wrong.toString())).isInstanceOf(Refusal.class);
    }

    @Example
    void aCodeOfTheIndexIsEqualWhateverItsCase() {
        assertThat(CodiceIpa.of("c_B157")).isEqualTo(CodiceIpa.of("C_b157")).hasSameHashCodeAs(CodiceIpa.of("c_b157"));
    }

    private static Function<String, Object> reader(String code) {
        return switch (code) {
            case "CodiceFiscale" -> CodiceFiscale::of;
            case "PartitaIva" -> PartitaIva::of;
            case "CodiceIstat" -> CodiceIstat::of;
            case "CodiceCatastale" -> CodiceCatastale::of;
            case "CodiceIpa" -> CodiceIpa::of;
            case "CodiceUfficio" -> CodiceUfficio::of;
            case "Cig" -> Cig::of;
            case "DigitalDomicile" -> DigitalDomicile::of;
            default -> throw new IllegalArgumentException(code);
        };
    }
}
