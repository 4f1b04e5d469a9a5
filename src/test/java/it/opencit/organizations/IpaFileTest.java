// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpaFileTest {

    private static final String HEADER = "ipa_code,category,name,seat_istat_code,province_abbr,website\n";

    private final IpaFile reader = new IpaFile(Gazetteer.shipped());

    @Test
    void theNationalIndexIsTakenWholeWithEachComuneOnce() {
        ImportedFile file = reader.read(Gazetteer.bytes("enti-ipa.csv"), province -> true);

        assertThat(file.refused()).isEmpty();
        assertThat(file.bodies()).hasSize(8964);
        List<String> comuni = file.bodies().stream()
                .filter(body -> body.kind() == OrganizationKind.COMUNE)
                .map(body -> body.get(BodyField.CADASTRAL_CODE))
                .toList();
        assertThat(comuni).hasSize(7885).doesNotHaveDuplicates();
    }

    @Test
    void theBodiesOfTheProvinceOfBresciaByKind() {
        Map<OrganizationKind, Long> kinds = reader.read(Gazetteer.bytes("enti-ipa.csv"), "BS"::equals).bodies().stream()
                .collect(Collectors.groupingBy(ImportedBody::kind, Collectors.counting()));

        assertThat(kinds)
                .containsEntry(OrganizationKind.COMUNITA_MONTANA, 5L)
                .containsEntry(OrganizationKind.UNIONE, 11L)
                .containsEntry(OrganizationKind.PROVINCIA, 1L)
                .containsEntry(OrganizationKind.AZIENDA_SPECIALE, 2L);
    }

    @ParameterizedTest(name = "{1} {2}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
      c_c806   | L6  | Comune di Coccaglio                        | 017056 | C806
      C_C806   | L6  | COMUNE DI COCCAGLIO                        | 017056 | C806
      c_c972   | L6  | Comune di Colonnella                       | 067019 | C901
      c_b364   | L6  | Comune di Caines                           | 021074 | B364
      c_c225lr | L6  | Comune di Castelnuovo (Prov. Trento)       | 022049 | C216
      c_v5k5   | L6  | Comune di Martello - Gemeinde Martell      | 021049 | E981
      c_h501   | L6  | ROMA CAPITALE                              | 058091 | H501
      cdsmpi   | L6  | Comune di San Marcello Piteglio            | 047024 | M377
      """)
    void aComuneIsKnownByTwoOfNameSeatAndCode(
            String code, String category, String name, String seat, String cadastral) {
        ImportedBody body = onlyRow(code, category, name, seat);

        assertThat(body.kind()).isEqualTo(OrganizationKind.COMUNE);
        assertThat(body.get(BodyField.CADASTRAL_CODE)).isEqualTo(cadastral);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
      L6  | Azienda Speciale Consortile Garda Sociale       | AZIENDA_SPECIALE
      L6  | Consorzio Valle Crati                           | CONSORZIO
      L6  | Associazione Sistema Bibliotecario Lametino     | OTHER
      L6  | Anci Piemonte                                   | OTHER
      L18 | Unione Dei Comuni della Valtenesi               | UNIONE
      L18 | Terra del Chiese e Naviglio                     | UNIONE
      L18 | Anci Lombardia                                  | OTHER
      L12 | Comunita' Montana Valle Sabbia                  | COMUNITA_MONTANA
      L36 | Consorzio di Bonifica                           | CONSORZIO
      L5  | Provincia di Brescia                            | PROVINCIA
      L5  | Libero Consorzio Comunale di Enna               | PROVINCIA
      L5  | Unione Province D'Italia                        | OTHER
      L45 | Citta' Metropolitana di Genova                  | CITTA_METROPOLITANA
      L4  | Regione Lombardia                               | OTHER
      """)
    void theKindIsThatOfTheCategoryUnlessTheNameSaysOtherwise(String category, String name, OrganizationKind kind) {
        assertThat(onlyRow("x1", category, name, "017029").kind()).isEqualTo(kind);
    }

    @Test
    void aComuneWhoseNameSeatAndCodeDisagreeIsRefused() {
        ImportedFile file =
                reader.read((HEADER + "c_c806,L6,Comune di Roccaverde,017029,BS,\n").getBytes(UTF_8), province -> true);

        assertThat(file.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(2);
            assertThat(refused.reason()).contains("non concordano");
        });
    }

    @Test
    void aCategoryThatIsNotTerritorialIsRefused() {
        ImportedFile file =
                reader.read((HEADER + "aslbs,L7,ASL Brescia,017029,BS,\n").getBytes(UTF_8), province -> true);

        assertThat(file.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("categoria L7"));
    }

    private ImportedBody onlyRow(String code, String category, String name, String seat) {
        String row = String.join(",", code, category, name, seat, "BS", "") + "\n";
        return reader.read((HEADER + row).getBytes(UTF_8), province -> true)
                .bodies()
                .getFirst();
    }
}
