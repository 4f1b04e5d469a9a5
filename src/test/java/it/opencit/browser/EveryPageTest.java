// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.MenuEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page that the menu leads to, and the forms behind them, at desktop and phone width, in two centres' colours. */
@OpenCitTest
class EveryPageTest {

    private static final String LABORATORY =
            "/gestione/laboratorio?anno=2026&oggi=brescia-2026-2036/quota&proposta=pesaro-urbino-2021-2025/quota&enti=aderenti&budget=250000";

    /** Coccaglio is the 56th body imported, the quota of 2015-2020 the first tariff adopted, 36 the draft: see the demonstration. */
    private static final List<String> BEHIND_THE_MENU = List.of(
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
            "/gestione/assistenza/ticket?stato=OPEN",
            "/gestione/assistenza/ticket?q=nessunaparola",
            "/gestione/assistenza/ticket?ente=Coccaglio&assegnatario=me&tipo=FAULT",
            "/gestione/assistenza/ticket/9",
            "/gestione/assistenza/ticket/40",
            "/gestione/assistenza/ticket/9/servizio",
            "/gestione/assistenza/ticket/40/assegnazione",
            "/gestione/assistenza/ticket/40/correzione",
            "/gestione/assistenza/ticket/40/attivita",
            "/gestione/assistenza/ticket/40/collegamenti?q=PEC",
            "/gestione/assistenza/ticket/40/unione",
            "/gestione/assistenza/ticket/insieme?n=40&n=39",
            "/gestione/assistenza/ticket/viste?stato=OPEN",
            "/gestione/assistenza/impostazioni/risposte/nuova",
            "/gestione/assistenza/ticket/4/visibilita",
            "/gestione/assistenza/enti/56/chi-segue",
            "/gestione/assistenza/ticket/nuovo",
            "/gestione/assistenza/ticket/nuovo?categoria=assistenza",
            "/gestione/assistenza/statistiche?per=ente",
            "/gestione/assistenza/conoscenza/nuovo",
            "/gestione/assistenza/conoscenza/1",
            "/gestione/assistenza/conoscenza/1/modifica",
            "/gestione/assistenza/conoscenza/1/versioni/1",
            "/gestione/assistenza/impostazioni/avvisi",
            "/gestione/assistenza/impostazioni/cittadini",
            "/gestione/assistenza/impostazioni/unioni",
            "/gestione/assistenza/impostazioni/programmi",
            "/gestione/assistenza/impostazioni/programmi/nuovo",
            "/gestione/assistenza/posta?esito=APERTI",
            "/gestione/assistenza/posta/1",
            "/gestione/assistenza/posta/4",
            "/gestione/assistenza/posta/5",
            "/gestione/registro?cosa=tickets.ticket&riga=40",
            "/gestione/registro/sigilli",
            "/indirizzo",
            "/gestione/assistenza/impostazioni/orario",
            "/gestione/assistenza/impostazioni/assegnatari/gruppi/1",
            "/gestione/assistenza/impostazioni/assegnatari/fornitori/1",
            "/lavoro/1",
            "/gestione/assistenza/impostazioni/livelli/ordinario",
            "/gestione/assistenza/impostazioni/categorie/assistenza",
            "/gestione/assistenza/impostazioni/categorie/assistenza/modello",
            "/gestione/portale/chiarezza/giudizi",
            "/gestione/quote/2019",
            "/gestione/sostenibilita/2019",
            "/gestione/costi/nuovo",
            "/gestione/costi/importazione",
            "/gestione/altre-entrate/nuova",
            "/gestione/quote/2019/enti/56",
            "/gestione/quote/2019/paganti",
            "/gestione/quote/2019/valori",
            "/gestione/entrate/2019",
            "/gestione/entrate/2020",
            "/gestione/entrate/2019/righe?q=coccaglio",
            "/gestione/entrate/2015/righe/1",
            "/gestione/entrate/2019/richieste",
            "/gestione/richieste/1",
            "/gestione/entrate/2020/approvazione",
            "/gestione/estratto-conto/56",
            "/gestione/entrate/paganti/56",
            "/gestione/catalogo/16",
            "/gestione/catalogo/16/modifica",
            "/gestione/catalogo/16/scheda",
            "/gestione/catalogo/16/scheda/pubblicazione",
            "/gestione/catalogo/16/scheda/pubblicazione/versioni/1",
            "/gestione/catalogo/16/scheda/pubblicazione/differenze?da=1&a=2",
            "/gestione/catalogo/16/modulo",
            "/gestione/catalogo/16/modulo/1",
            "/gestione/catalogo/16/allegati/nuovo",
            "/gestione/catalogo/nuovo",
            "/gestione/catalogo/corredi",
            "/gestione/fornitori/1",
            "/gestione/fornitori/1/modifica",
            "/gestione/fornitori/nuovo",
            "/gestione/fornitori/contratti/4",
            "/gestione/fornitori/contratti/4/modifica",
            "/gestione/fornitori/contratti/nuovo",
            "/gestione/servizi?anno=2019",
            "/gestione/servizi/7",
            "/gestione/servizi/8",
            "/gestione/servizi/8/consumi",
            "/gestione/servizi/9",
            "/gestione/servizi/9/disdetta",
            "/gestione/servizi/9/documenti",
            "/gestione/servizi/9/modifica",
            "/gestione/servizi/9/paganti",
            "/gestione/servizi/9/quantita",
            "/gestione/servizi/9/richieste/15/esito",
            "/gestione/servizi/9/richieste/15/protocollo",
            "/gestione/servizi/9/rinnovo",
            "/gestione/servizi/14/verifica",
            "/gestione/servizi/19/attivazione",
            "/gestione/servizi/nuovo",
            "/gestione/servizi/nuovo?ente=56&servizio=16",
            "/gestione/entrate/2019/righe/900",
            "/gestione/richieste/900",
            "/gestione/entrate/2019/approvazione",
            "/gestione/movimenti?ente=gardone",
            "/gestione/accertamenti?stato=aperto",
            "/gestione/accertamenti/nuovo",
            "/gestione/accertamenti/numerazione",
            "/gestione/accertamenti/1",
            "/gestione/provvisori?termine=scaduto",
            "/gestione/provvisori/nuovo",
            "/gestione/provvisori/proposte",
            "/gestione/provvisori/importazione",
            "/gestione/provvisori/1",
            "/gestione/provvisori/1/allocazioni",
            "/gestione/riscossioni/1",
            "/gestione/riscossioni/nuova",
            "/gestione/residui/2019",
            "/gestione/tariffe/1",
            "/gestione/tariffe/36/modifica",
            "/gestione/tariffe/nuova",
            "/gestione/tariffe/importazione",
            "/gestione/tariffe/corredi",
            "/gestione/tariffe/corredi/macerata-2021-2023/quota",
            "/gestione/tariffe/confronto?prima=brescia-2015-2020/quota&dopo=brescia-2021-2025/quota",
            "/gestione/portale?tipo=NEWS&stato=PUBLISHED",
            "/gestione/portale/contenuti/nuovo?tipo=PAGE",
            "/gestione/portale/contenuti/nuovo?tipo=NEWS",
            "/gestione/portale/contenuti/nuovo?tipo=EVENT",
            "/gestione/portale/contenuti/nuovo?tipo=PROJECT",
            "/gestione/portale/contenuti/1",
            "/gestione/portale/contenuti/1/modifica",
            "/gestione/portale/contenuti/1/versioni/1",
            "/gestione/portale/contenuti/1/differenze?da=1&a=1",
            "/gestione/portale/contenuti/11",
            "/gestione/portale/immagini?q=nessunaparola",
            "/gestione/campagne/nuova",
            "/gestione/campagne/1",
            "/gestione/campagne/1/modifica",
            "/gestione/campagne/1/righe",
            "/gestione/campagne/1/chiusura",
            "/gestione/campagne/1/decisioni",
            "/gestione/campagne/1/enti/56",
            "/gestione/campagne/1/enti/56/risposta",
            LABORATORY);

    /** What the person of Coccaglio sees: service 9 is its mailboxes, 14 a request that waits, 16 that request; ticket 4 is its own. */
    private static final List<String> OF_A_BODY = List.of(
            "/area",
            "/area/servizi",
            "/area/servizi?anno=2019",
            "/area/servizi/9",
            "/area/servizi/9/cambio-pagante",
            "/area/servizi/9/disdetta",
            "/area/servizi/9/altre-quantita",
            "/area/servizi/14",
            "/area/servizi/14/richieste/16/documenti",
            "/area/servizi/14/richieste/16/ritiro",
            "/area/servizi/catalogo/4?anno=2019",
            "/area/servizi/catalogo/16?anno=2019",
            "/area/servizi/catalogo/3/richiesta",
            "/area/estratto-conto",
            "/area/campagne",
            "/area/campagne/1",
            "/area/campagne/1/riepilogo",
            "/area/assistenza",
            "/area/assistenza/4",
            "/area/assistenza/4/parere",
            "/area/assistenza/chi-segue",
            "/area/assistenza/4/servizio",
            "/area/assistenza/risposte",
            "/area/assistenza/risposte?q=nessunaparola",
            "/area/assistenza/risposte/1",
            "/area/assistenza/nuovo",
            "/area/assistenza/nuovo?categoria=assistenza");

    /** What the person of a supplier sees: ticket 26 is assigned to it. */
    private static final List<String> OF_A_SUPPLIER = List.of("/fornitore", "/fornitore/26");

    /** The pages that the manual shows, by the name of their picture. */
    private static final Map<String, String> IN_THE_MANUAL = Map.ofEntries(
            Map.entry("/gestione/avvisi", "avvisi"),
            Map.entry("/gestione/catalogo", "catalogo"),
            Map.entry("/gestione/catalogo/16", "servizio"),
            Map.entry("/gestione/fornitori/contratti", "contratti"),
            Map.entry("/gestione/centro", "centro"),
            Map.entry("/gestione/sostenibilita/2019", "sostenibilita"),
            Map.entry("/gestione/entrate/2019", "entrate"),
            Map.entry("/gestione/richieste/1", "richiesta"),
            Map.entry("/gestione/solleciti", "solleciti"),
            Map.entry("/gestione/enti", "enti"),
            Map.entry("/gestione/enti/56", "ente"),
            Map.entry("/gestione/assistenza", "assistenza"),
            Map.entry("/gestione/assistenza/ticket/9", "ticket"),
            Map.entry("/gestione/enti/importazione", "importazione"),
            Map.entry("/gestione/tariffe/1", "tariffa"),
            Map.entry("/gestione/tariffe/36/modifica", "tariffa-modifica"),
            Map.entry("/gestione/convenzioni/adesioni", "convenzioni"),
            Map.entry("/gestione/convenzioni/adesioni/56", "adesione"),
            Map.entry("/gestione/servizi?anno=2019", "servizi"),
            Map.entry("/gestione/servizi/7", "servizio-erogato"),
            Map.entry("/area/servizi?anno=2019", "area-servizi"),
            Map.entry("/area/servizi/catalogo/16?anno=2019", "area-costo"),
            Map.entry("/area/servizi/catalogo/3/richiesta", "area-richiesta"),
            Map.entry("/gestione/movimenti", "movimenti"),
            Map.entry("/gestione/provvisori", "provvisori"),
            Map.entry("/gestione/provvisori/proposte", "proposte"),
            Map.entry("/gestione/campagne/1", "campagna"),
            Map.entry("/area/campagne/1", "area-scheda"),
            Map.entry("/area/assistenza/4", "area-ticket"),
            Map.entry(LABORATORY, "laboratorio"));

    @LocalServerPort
    int port;

    @Autowired
    MovingClock clock;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

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
            if (centre.equals("brescia")) { // elsewhere the colours are what differs
                BEHIND_THE_MENU.forEach(address -> look(page, address));
                page.navigate("/gestione/registro?cosa=tickets.ticket&riga=40");
                look(page, page.locator("main tbody a").first().getAttribute("href"));
            }
            assertThat(complaints).allMatch(complaint -> complaint.contains("status of 4"));
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void whatABodySeesIsAccessibleAndFitsTheWindow(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "comune");
            List<String> complaints = Browsers.complaints(page);
            OF_A_BODY.forEach(address -> look(page, address));
            assertThat(complaints).allMatch(complaint -> complaint.contains("status of 4"));
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void whatAPersonOfSeveralBodiesChoosesIsAccessibleAndFitsTheWindow(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "segretaria");
            List<String> complaints = Browsers.complaints(page);
            look(page, "/area/ente");
            page.locator("#campo-body").selectOption(new SelectOption().setLabel("Comune di Chiari"));
            page.locator("main form button").click();
            look(page, "/area/assistenza");
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void whatASupplierSeesIsAccessibleAndFitsTheWindow(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            Browsers.signIn(page, "fornitore");
            List<String> complaints = Browsers.complaints(page);
            OF_A_SUPPLIER.forEach(address -> look(page, address));
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} pixels")
    @ValueSource(ints = {1280, 375})
    void whatACitizenSeesIsAccessibleAndFitsTheWindow(int width) {
        try (BrowserContext window = Browsers.window("http://brescia.localhost:" + port, width)) {
            Page page = window.newPage();
            List<String> complaints = Browsers.complaints(page);
            String which = cast.at(
                    "brescia",
                    () -> jdbc.sql("select substring(body from '/assistenza/ente/[^[:space:]]+') from notices.mail"
                                    + " where body like '%/assistenza/ente/%' order by id limit 1")
                            .query(String.class)
                            .single());
            look(page, "/risposte");
            look(page, "/risposte/2");
            look(page, "/assistenza/segui");
            look(page, "/assistenza/segnala");
            page.getByLabel("Nome e cognome").fill("Lucia Neri");
            page.getByLabel("Posta elettronica").fill("lucia-" + width + "@esempio.it");
            page.getByLabel("Di che cosa si tratta").selectOption("segnalazioni-dei-cittadini");
            page.getByLabel("Oggetto").fill("Il portale non si apre");
            page.getByLabel("Testo").fill("Da ieri sera il portale dei pagamenti non si apre.");
            page.locator("label[for=campo-consent]").click();
            clock.moveTo(Instant.now().plusSeconds(5));
            page.locator("main form button").click();
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-segnalazione-ricevuta");
            String code = page.locator("main code").innerText();
            page.locator("main dl + p a").click();
            page.getByLabel("Codice").fill(code);
            page.locator("main form button").click();
            Browsers.isAccessible(page);
            Browsers.picture(page, "altre-segnalazione-seguita");
            assertThat(page.locator("h1").innerText()).contains("Il portale non si apre");
            look(page, which);
            assertThat(complaints).isEmpty();
        } finally {
            clock.letGo();
        }
    }

    private static void look(Page page, String address) {
        page.navigate(address);
        Browsers.isAccessible(page);
        Browsers.picture(page, IN_THE_MANUAL.getOrDefault(address, "altre" + address.replaceAll("[^a-z0-9]+", "-")));
    }
}
