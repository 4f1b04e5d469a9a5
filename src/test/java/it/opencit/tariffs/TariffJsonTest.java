// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form: what is refused, and where. */
class TariffJsonTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
      tree                                                                     | says
      {"type":"fixed","amount":12.5}                                           | tree.amount: deve essere un numero decimale
      {"type":"fixed","amount":"12,5"}                                         | tree.amount: deve essere un numero decimale
      {"type":"fixed","amount":"1e9"}                                          | tree.amount: deve essere un numero decimale
      {"type":"fixed"}                                                         | tree.amount: manca
      {"amount":"1"}                                                           | tree.type: manca
      {"type":"fxed","amount":"1"}                                             | tree.type: tipo "fxed" sconosciuto
      {"type":"fixed","amount":"1","currency":"EUR"}                           | tree.currency: campo sconosciuto
      {"type":"sum","components":[{"type":"fixed","amount":"1","x":1}]}        | tree.components[0].x: campo sconosciuto
      {"type":"sum","components":{}}                                           | tree.components: deve essere un elenco
      {"type":"perUnit","measure":{},"rate":"1"}                               | tree.measure: indica un dato
      {"type":"perUnit","measure":"RESIDENTS","rate":"1"}                      | tree.measure: deve essere un oggetto
      {"type":"byKind","cases":[{"kinds":["CITTA"],"component":{}}]}           | tree.cases[0].kinds[0]: "CITTA" non è un tipo di ente
      {"type":"bandAmount","by":{"figure":"A"},"bands":[{"upTo":"5","value":"1"}]} | tree.bands[0].upTo: deve essere un numero intero
      []                                                                       | tree: deve essere un oggetto
      """)
    void whatIsNotInTheSchemaIsRefusedWithItsPath(String tree, String says) {
        assertThatThrownBy(() -> TariffJson.readTree(tree))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(says);
    }

    @Test
    void brokenTextIsRefusedWithItsLine() {
        assertThatThrownBy(() -> TariffJson.read("{\n \"code\": }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("riga 2");
        assertThatThrownBy(() -> TariffJson.read("")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> TariffJson.readTree("{\"type\":\"fixed\",\"type\":\"sum\"}"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theLabelOfAComponentIsAFieldLikeTheOthers() {
        String json = "{\"type\":\"fixed\",\"label\":\"Altri enti\",\"amount\":\"300\"}";
        Component read = TariffJson.readTree(json);
        assertThat(read).isEqualTo(new Component.Named("Altri enti", new Component.Fixed(Parameter.of("300"))));
        assertThat(TariffJson.toJson(read).toString()).isEqualTo(json);
    }

    @Test
    void theSchemaKnowsEveryTypeAndNoOther() throws IOException {
        try (InputStream in = TariffJson.class.getResourceAsStream("/tariffs/tariff.schema.json")) {
            assertThat(in).isNotNull();
            JsonNode schema = JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Set<String> types = new TreeSet<>();
            for (JsonNode each : schema.path("$defs").path("component").path("oneOf")) {
                String name = each.path("$ref").stringValue().replace("#/$defs/", "");
                types.add(schema.path("$defs")
                        .path(name)
                        .path("properties")
                        .path("type")
                        .path("const")
                        .stringValue());
            }
            assertThatThrownBy(() -> TariffJson.readTree("{\"type\":\"?\"}"))
                    .satisfies(refusal -> assertThat(new TreeSet<>(Set.of(String.valueOf(refusal.getMessage())
                                    .replaceAll(".*ammessi sono: |\\.$", "")
                                    .split(", "))))
                            .isEqualTo(types));
        }
    }
}
