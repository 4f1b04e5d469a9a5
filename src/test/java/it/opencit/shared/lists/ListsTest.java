// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.lists;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.cast.OpenCitTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OpenCitTest
class ListsTest {

    @Autowired
    Lists lists;

    @ParameterizedTest(name = "{0} rows: {1}")
    @CsvSource({
        "0, 0 righe",
        "1, 1 riga",
        "60, 60 righe",
        "10000, 10.000 righe",
        "10001, oltre 10.000 righe",
        "20000, oltre 10.000 righe"
    })
    void rowsAreCountedUpToALimit(int rows, String told) {
        assertThat(lists.page(numbers(rows), new ListRequest("/numeri", Map.of()))
                        .counted())
                .isEqualTo(told);
    }

    @Test
    void aColumnWithAnOrderOfItsOwnIsPagedByIt() {
        var request = new HashMap<>(Map.of("ordine", "numero", "verso", "giu"));
        ListPage first = lists.page(numbers(120), new ListRequest("/numeri", request));
        assertThat(first.lines().getFirst().cells().getFirst().text()).isEqualTo("n. 120");

        String after = String.valueOf(first.next()).replaceFirst(".*dopo=([^&]+).*", "$1");
        request.put("dopo", URLDecoder.decode(after, StandardCharsets.UTF_8));
        ListPage second = lists.page(numbers(120), new ListRequest("/numeri", request));
        assertThat(second.lines().getFirst().cells().getFirst().text()).isEqualTo("n. 70");
        assertThat(second.total()).isEqualTo(120);
    }

    @ParameterizedTest(name = "{0} and up to {1}: {2}")
    @CsvSource({"'1.000,00', '1.002', 3 righe", "x, 2, 2 righe", "'19.999,5', , 1 riga"})
    void amountsAreTypedTheItalianWay(String from, String to, String told) {
        var request = new HashMap<String, String>();
        request.put("da", from);
        request.put("a", to == null ? "" : to);
        assertThat(lists.page(numbers(20_000), new ListRequest("/numeri", request))
                        .counted())
                .isEqualTo(told);
    }

    @ParameterizedTest(name = "«{0}»: {1}")
    @CsvSource({"uno, 1 riga", "alt, 2 righe", "nessuno, 0 righe", "altro tre, 1 riga", "%, 0 righe"})
    void aSearchMayLookItsWordsUpFirst(String words, String told) {
        String three = "(values (1, 'uno'), (2, 'altro due'), (3, 'altro tre')) as t(id, name)";
        Listing listing = Listing.named("nomi")
                .from(three)
                .key("t.id")
                .column(Column.text("nome", "Nome", "t.name"))
                .filter(Filter.words("nome", "Nome", "t.name like '%' || :word || '%'")
                        .lookedUpIn(
                                "select t.name from " + three + " where t.name like '%' || :word || '%'",
                                "t.name = any(:found)",
                                1))
                .sortedBy("nome");
        assertThat(lists.page(listing, new ListRequest("/nomi", Map.of("nome", words)))
                        .counted())
                .isEqualTo(told);
    }

    @Test
    void aTextMayBeShownInsteadOfTheValue() {
        Listing listing = Listing.named("residui")
                .from("(values (1, 0.00, 'SALDATO'), (2, 5.00, null)) as t(id, left_over, outcome)")
                .key("t.id")
                .column(Column.euro("residuo", "Residuo", "t.left_over").insteadShowing("esito"))
                .column(Column.hidden("esito", "t.outcome"))
                .sortedBy("residuo");
        assertThat(lists.page(listing, new ListRequest("/residui", Map.of())).lines())
                .extracting(line -> line.cells().getFirst().text())
                .containsExactly("SALDATO", "€ 5,00");
    }

    private static Listing numbers(int rows) {
        return Listing.named("numeri")
                .from("generate_series(1, " + rows + ") as g(n)")
                .key("g.n")
                .column(Column.text("numero", "Numero", "'n. ' || g.n").orderedBy("g.n", "integer"))
                .filter(Filter.amount("da", "Da", "g.n >= :value"))
                .filter(Filter.amount("a", "A", "g.n <= :value"))
                .sortedBy("numero");
    }
}
