// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ProvinceMapTest {

    @Test
    void bresciaHasItsComuniEachWithAClosedShape() {
        ProvinceMap map = ProvinceMap.of("017").orElseThrow();
        assertThat(map.shapes()).hasSize(205);
        assertThat(map.shapes()).allMatch(shape -> shape.path().matches("(M[\\d. L]+Z)+"));
        assertThat(map.shapes()).extracting(ProvinceMap.Shape::name).contains("Coccaglio", "Torbole Casaglia");
    }

    @Test
    void aProvinceWithoutBoundariesOrAMadeUpCodeHasNoMap() {
        assertThat(ProvinceMap.of("999")).isEmpty();
        assertThat(ProvinceMap.of("../017")).isEmpty();
    }

    @Test
    void amountsFallInFifthsAndWhoHasNoneStaysBlank() {
        ProvinceMap map = ProvinceMap.of("017").orElseThrow();
        Choropleth drawn = Choropleth.ofAmounts(
                "Quote",
                map,
                Map.of("C806", new BigDecimal("1973.63"), "A034", new BigDecimal("405.30")),
                BigDecimal::toPlainString);
        assertThat(drawn.areas())
                .filteredOn(area -> area.style().equals("oc-area-0"))
                .hasSize(203);
        assertThat(drawn.areas()).extracting(Choropleth.Area::text).contains("Coccaglio: 1973.63");
    }

    @Test
    void everyShadeIsInTheStyleSheet() throws Exception {
        String css = new ClassPathResource("static/opencit.css").getContentAsString(StandardCharsets.UTF_8);
        assertThat(Choropleth.styles()).allMatch(style -> css.contains("." + style + "{"));
    }
}
