// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.MenuEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page that the menu leads to, and the forms behind them, at desktop and phone width, in two centres' colours. */
@OpenCitTest
class EveryPageTest {

    private static final String LABORATORY =
            "/gestione/laboratorio?anno=2026&oggi=brescia-2026-2036/quota&proposta=pesaro-urbino-2021-2025/quota&enti=aderenti&budget=250000";

    /** Coccaglio is the 56th body imported, the quota of 2015-2020 the first tariff adopted, 36 the draft: see the demonstration. */
    private static final List<String> BEHIND_THE_MENU = List.of(
            "/",
            "/informazioni-legali",
            "/gestione/nessuna-pagina",
            "/gestione/enti?q=coccaglio",
            "/gestione/enti?q=nessuno",
            "/gestione/enti/nuovo",
            "/gestione/enti/56",
            "/gestione/enti/56/modifica",
            "/gestione/enti/56/dati/nuovo",
            "/gestione/enti/56/persone/nuova",
            "/gestione/enti/56/appartenenze/nuova",
            "/gestione/convenzioni/nuovo",
            "/gestione/convenzioni/1",
            "/gestione/convenzioni/1/modifica",
            "/gestione/convenzioni/adesioni/nuova",
            "/gestione/convenzioni/adesioni/56",
            "/gestione/convenzioni/adesioni/56/recesso",
            "/gestione/quote/2019",
            "/gestione/quote/2019/enti/56",
            "/gestione/quote/2019/paganti",
            "/gestione/quote/2019/valori",
            "/gestione/movimenti?ente=gardone&stato=accertato",
            "/gestione/movimenti?ente=nessuno",
            "/gestione/accertamenti?stato=aperto",
            "/gestione/accertamenti/nuovo",
            "/gestione/accertamenti/numerazione",
            "/gestione/accertamenti/1",
            "/gestione/accertamenti/4/numero",
            "/gestione/accertamenti/4/riduzione",
            "/gestione/provvisori?termine=scaduto",
            "/gestione/provvisori/nuovo",
            "/gestione/provvisori/proposte",
            "/gestione/provvisori/importazione",
            "/gestione/provvisori/1",
            "/gestione/provvisori/5",
            "/gestione/provvisori/5/allocazioni",
            "/gestione/provvisori/5/allocazioni?cerca=telemaco",
            "/gestione/provvisori/5/ente",
            "/gestione/provvisori/5/esclusione",
            "/gestione/abbinamenti/1/annullamento",
            "/gestione/riscossioni/1",
            "/gestione/riscossioni/nuova",
            "/gestione/residui/2026",
            "/gestione/residui/2026/accertamenti",
            "/gestione/tariffe/1",
            "/gestione/tariffe/36/modifica",
            "/gestione/tariffe/nuova",
            "/gestione/tariffe/importazione",
            "/gestione/tariffe/corredi",
            "/gestione/tariffe/corredi/macerata-2021-2023/quota",
            "/gestione/tariffe/confronto?prima=brescia-2015-2020/quota&dopo=brescia-2021-2025/quota",
            LABORATORY);

    /** The pages that the manual shows, by the name of their picture. */
    private static final Map<String, String> IN_THE_MANUAL = Map.ofEntries(
            Map.entry("/gestione/avvisi", "avvisi"),
            Map.entry("/gestione/centro", "centro"),
            Map.entry("/gestione/enti", "enti"),
            Map.entry("/gestione/enti/56", "ente"),
            Map.entry("/gestione/enti/importazione", "importazione"),
            Map.entry("/gestione/tariffe/1", "tariffa"),
            Map.entry("/gestione/tariffe/36/modifica", "tariffa-modifica"),
            Map.entry("/gestione/movimenti", "movimenti"),
            Map.entry("/gestione/provvisori", "provvisori"),
            Map.entry("/gestione/provvisori/proposte", "proposte"),
            Map.entry("/gestione/convenzioni/adesioni", "convenzioni"),
            Map.entry("/gestione/convenzioni/adesioni/56", "adesione"),
            Map.entry(LABORATORY, "laboratorio"));

    @LocalServerPort
    int port;

    @Autowired
    List<MenuEntry> menu;

    @ParameterizedTest(name = "{0} at {1} pixels")
    @CsvSource({"brescia, 1280", "brescia, 375", "macerata, 1280"})
    void isAccessibleAndFitsTheWindow(String centre, int width) {
        try (BrowserContext window = Browsers.window("http://" + centre + ".localhost:" + port, width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "coordinatore");
            List<String> complaints = Browsers.complaints(page);
            menu.stream()
                    .map(MenuEntry::address)
                    .filter(address -> address.startsWith("/gestione"))
                    .forEach(address -> look(page, address));
            BEHIND_THE_MENU.forEach(address -> look(page, address));
            assertThat(complaints).allMatch(complaint -> complaint.contains("status of 4"));
        }
    }

    private static void look(Page page, String address) {
        page.navigate(address);
        Browsers.isAccessible(page);
        Browsers.picture(page, IN_THE_MANUAL.getOrDefault(address, "altre" + address.replaceAll("[^a-z0-9]+", "-")));
    }
}
