// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingDetails;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.portal.Arrangement.MenuLine;
import it.opencit.portal.ContentDraft.Attached;
import it.opencit.shared.Period;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.Knowledge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** Links that lead nowhere, within the site and to a real server; each test has a centre of its own. */
@OpenCitTest
class BrokenLinksTest {

    private static final Instant MORNING = Instant.parse("2026-11-16T09:00:00Z");

    private static int numbers;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Contents contents;

    @Autowired
    Pictures pictures;

    @Autowired
    Documents documents;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Knowledge knowledge;

    @Autowired
    Arrangements arrangements;

    @Autowired
    BrokenLinks links;

    @Autowired
    OutsideLinkStore store;

    @Autowired
    Centres centres;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final String centre = "collegamenti" + ++numbers;
    private final HttpServer server = open();

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void aSiteOfOthers() {
        clock.moveTo(MORNING);
        cast.centre(centre);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.sendResponseHeaders(answers.getOrDefault(path, 200), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        clock.letGo();
        server.stop(0);
    }

    @Test
    void whatTheSiteWouldNotShowIsToldWithItsReason() throws Exception {
        long picture = Acting.as(cast.centre(centre).id(), "anna", () -> {
            try {
                return pictures.add("sede.png", Photographs.file("png", 701, 400), "La sede", "", "Anna")
                        .id();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        String[] addresses = cast.at(centre, () -> {
            FileId file = documents.store(new Upload(
                    "atto.pdf", new ByteArrayInputStream("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII))));
            ContentId open = contents.add(
                    ContentKind.NEWS,
                    null,
                    "aperta",
                    100,
                    new ContentDraft(
                            new ContentText("Aperta", "", ""),
                            ContentText.NONE,
                            null,
                            EventDetails.NONE,
                            ProjectDetails.NONE,
                            List.of(new Attached(file, "Atto"))),
                    "Anna");
            move(open, ContentState.PUBLISHED);
            move(add(ContentKind.NEWS, null, "vecchia", ""), ContentState.ARCHIVED);
            move(add(ContentKind.PROJECT, null, "finito", ""), ContentState.ARCHIVED);
            add(ContentKind.EVENT, null, "festa", "");
            move(add(ContentKind.PAGE, Section.CIT, "governo", ""), ContentState.PUBLISHED);
            add(ContentKind.PAGE, Section.ASSISTENZA, "orari", "");
            catalogue.add(service("attivo", new Period(LocalDate.of(2015, 1, 1), null), ""));
            catalogue.add(service("cessato", new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2016, 12, 31)), ""));
            knowledge.publish("Per tutti", "Testo", "", true, "Anna");
            knowledge.publish("Per gli enti", "Testo", "", false, "Anna");
            List<Long> articles = jdbc.sql("select id from tickets.article order by id")
                    .query(Long.class)
                    .list();
            return """
                    / |
                    /en/novita |
                    /cit/aderenti |
                    /assistenza/segnala |
                    /novita/rss.xml |
                    /legale/privacy |
                    /area/servizi |
                    /gestione/enti/1 |
                    /novita/aperta |
                    aperta |
                    http://CENTRE.localhost:8080/en/novita/aperta?da=qui#in-fondo |
                    /novita/vecchia | la notizia è archiviata
                    /work-in-progress/finito | il progetto è archiviato
                    /eventi/festa | l'evento non è ancora pubblicato
                    /eventi/festa.ics | l'evento non è ancora pubblicato
                    /eventi/festa/iscrizione | l'evento non è ancora pubblicato
                    /eventi/calendario.ics |
                    /cit/governo |
                    /assistenza/governo | la pagina non c'è (404): adesso sta in /cit/governo
                    /assistenza/orari | la pagina non è ancora pubblicata
                    /novita/mai-scritta | la pagina non c'è (404)
                    http://CENTRE.localhost/mai | la pagina non c'è (404)
                    /novita/ | la pagina non c'è (404)
                    /altro%25 | la pagina non c'è (404)
                    /altro%2525%20e%3Bpoi | la pagina non c'è (404)
                    /servizi/attivo |
                    /servizi/attivo/allegati/1 | il file è stato tolto
                    /servizi/cessato | il servizio non è tra quelli che oggi si possono chiedere
                    /servizi/nessuno | il servizio non c'è (404)
                    /allegati/OPEN/FILE |
                    /allegati/OPEN/999 | il file è stato tolto
                    /risposte/ARTICLE |
                    /risposte/OFFICE | la risposta non è pubblicata per tutti
                    mailto:anna@esempio.it |
                    mailto:anna | «anna» non è un indirizzo di posta
                    !/immagini/PICTURE/320.webp |
                    !/immagini/PICTURE/321.webp | l'immagine non c'è
                    !/immagini/999/320.webp | l'immagine non c'è
                    !https://altrove.it/a.png | non è un'immagine della biblioteca: il sito non la mostra
                    """.replace("CENTRE", centre)
                    .replace("OPEN", open.toString())
                    .replace("FILE", file.toString())
                    .replace("ARTICLE", articles.getFirst().toString())
                    .replace("OFFICE", articles.getLast().toString())
                    .replace("PICTURE", Long.toString(picture))
                    .split("\n");
        });
        Map<String, String> expected = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (String line : addresses) {
            String[] columns = line.split(" \\|");
            String address = columns[0].replace("!", "");
            text.append(columns[0].startsWith("!") ? "!" : "")
                    .append("[parole](")
                    .append(address)
                    .append(")\n");
            if (columns.length > 1) {
                expected.put(address, columns[1].strip());
            }
        }
        cast.at(centre, () -> {
            ContentId from = add(ContentKind.NEWS, null, "prova", text.toString());
            Map<String, String> found = new TreeMap<>();
            links.of(from).forEach(one -> found.put(one.placed().link().address(), one.reason()));
            assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
            assertThat(links.of(from)).allMatch(one -> one.state() == LinkState.BROKEN);
        });
    }

    @Test
    void everyTextOfTheSiteIsReadOnceAndTheArchiveIsNot() {
        cast.at(centre, () -> {
            ContentId draft = contents.add(
                    ContentKind.NEWS,
                    null,
                    "due-lingue",
                    100,
                    ContentDraft.of("Due lingue", "", "[a](/no-a) e ancora [a](/no-a)")
                            .translated(new ContentText("Two", "", "[b](no-b)")),
                    "Anna");
            move(draft, ContentState.PUBLISHED);
            contents.save(
                    contents.get(draft), ContentDraft.of("Due lingue", "", "[c](/novita/due-lingue)"), "Anna", "");
            move(add(ContentKind.NEWS, null, "archiviata", "[d](/no-d)"), ContentState.ARCHIVED);
            ContentId highlight = add(ContentKind.NEWS, null, "in-evidenza", "");
            catalogue.add(service(
                    "guida",
                    new Period(LocalDate.of(2015, 1, 1), null),
                    "La guida è in http://" + centre + ".localhost/no-e."));
            arrangements.change(new Arrangement(
                    List.of(new MenuLine("Persa", "", "/no-f"), new MenuLine("Casa", "", "/")),
                    List.of(HomeBlock.NEWS),
                    List.of(highlight),
                    0));
            jdbc.sql(
                            "update centres.centre set privacy_text = '[g](/no-g)', legal_text = '[h](/legale/privacy)' where id = opencit.current_centre()")
                    .update();
            centres.answerAt("www." + centre + ".test"); // what was known of the centre is forgotten
        });
        assertThat(cast.at(centre, () -> links.all()).stream()
                        .map(one -> one.placed().link().address() + " "
                                + one.placed().place().text() + ": "
                                + one.placed().place().editor().replaceAll("\\d+", "N")))
                .containsExactlyInAnyOrder(
                        "/no-a Notizia, versione pubblicata: /gestione/portale/contenuti/N/modifica",
                        "no-b Notizia, in inglese, versione pubblicata: /gestione/portale/contenuti/N/modifica",
                        "http://" + centre + ".localhost/no-e Scheda del servizio: /gestione/catalogo/N/scheda",
                        "/no-f Voce del menu: /gestione/portale/disposizione",
                        "/novita/in-evidenza In evidenza: /gestione/portale/disposizione",
                        "/no-g Impostazioni del centro: /gestione/centro");
    }

    @Test
    void aSiteThatFailsOnceIsLookedAtAgainAndTwiceIsBroken() {
        ContentId from = text("[uno](" + site() + "/uno) [due](" + site() + "/due) [tre](" + site() + "/tre#qui)");
        assertThat(broken()).isEmpty();
        answers.put("/uno", 500);
        look();
        assertThat(asked).containsExactlyInAnyOrder("/uno", "/uno", "/due", "/tre");
        assertThat(broken()).containsExactly("Da ricontrollare /uno il server risponde con un errore (500)");

        later(Duration.ofMinutes(30));
        look();
        assertThat(asked).hasSize(4);
        later(Duration.ofMinutes(30));
        look();
        assertThat(asked).hasSize(6);
        assertThat(broken()).containsExactly("Rotto /uno il server risponde con un errore (500)");
        assertThat(cast.at(centre, () -> links.of(from)))
                .singleElement()
                .satisfies(one -> assertThat(one.wrong()).isEqualTo(MORNING.plus(Duration.ofHours(1))));

        look();
        assertThat(asked).hasSize(6); // until the night nobody asks again
        answers.clear();
        clock.moveTo(Instant.parse("2026-11-17T02:00:00Z"));
        look();
        assertThat(asked).hasSize(9);
        assertThat(broken()).isEmpty();
    }

    @Test
    void askedToLookAgainAtOnceNoServerIsAskedTwiceInFiveMinutes() throws Exception {
        text("[uno](" + site() + "/uno) [due](" + site() + "/due)");
        look();
        web.perform(post(LinkController.CHECK).with(cast.with(Role.REDATTORE, centre)))
                .andExpect(redirectedUrl(LinkController.ADDRESS))
                .andExpect(flash().attribute("notice", containsString("Non c'è niente da controllare")));
        later(Duration.ofMinutes(6));
        web.perform(post(LinkController.CHECK).with(cast.coordinatore(centre)))
                .andExpect(flash().attribute("notice", containsString("Si stanno controllando 2 collegamenti")));
        look();
        assertThat(asked).hasSize(4);
    }

    @Test
    void ofASiteFewPagesAreAskedAtOnce() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append("[a](").append(site()).append("/").append(i).append(") ");
        }
        text(text.toString());
        look();
        assertThat(asked).hasSize(3);
        look();
        look();
        assertThat(asked).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void whatNoTextLeadsToAnyMoreIsForgotten() {
        ContentId id = text("[uno](" + site() + "/uno)");
        cast.at(centre, () -> {
            contents.save(contents.get(id), ContentDraft.of("Prova", "", "[due](" + site() + "/due)"), "Anna", "");
        });
        assertThat(known()).containsExactly("/due", "/uno");
        links.renewAll();
        assertThat(known()).containsExactly("/due");
    }

    @Test
    void versionsWrittenBeforeAreReadToo() {
        ContentId id = text("Niente");
        cast.at(centre, () -> {
            jdbc.sql(
                            "insert into portal.content_version (content_id, number, title, body, author_name, at) values (:id, 2, 'Prova', :body, 'Anna', now())")
                    .param("id", id.value())
                    .param("body", "[uno](" + site() + "/uno)")
                    .update();
            jdbc.sql("update portal.content set latest = 2 where id = :id")
                    .param("id", id.value())
                    .update();
        });
        links.renewAll();
        assertThat(known()).containsExactly("/uno");
    }

    @Test
    void anotherCentreSeesAndLooksAtItsOwn() {
        text("[uno](" + site() + "/uno) [no](/mai)");
        String other = centre + "-altro";
        cast.centre(other);
        Acting.as(cast.centre(other).id(), Acting.PROGRAM, () -> outside().lookHere());
        assertThat(asked).isEmpty();
        cast.at(other, () -> {
            assertThat(links.all()).isEmpty();
            assertThat(store.progress(clock.instant()).all()).isZero();
            store.keepOnly(List.of());
        });
        assertThat(known()).containsExactly("/uno");
    }

    @Test
    void theEditorSeesThemInTheListInItsExportAndOnThePageOfTheContent() throws Exception {
        web.perform(get(LinkController.ADDRESS).with(cast.with(Role.REDATTORE, centre)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessun collegamento da correggere."),
                                containsString("non ci sono collegamenti verso altri siti"),
                                not(containsString("Controlla ora")))));
        answers.put("/uno", 404);
        ContentId id = text("[il <b>portale</b>](" + site() + "/uno) [fuga](javascript:alert(1)) [mai](/mai)");
        look();
        for (String address : new String[] {LinkController.ADDRESS, ContentController.CONTENTS + "/" + id}) {
            web.perform(get(address).with(cast.with(Role.REDATTORE, centre)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Da ricontrollare"),
                                    containsString("la pagina non c'è (404)"),
                                    containsString("Notizia, versione bozza"),
                                    containsString("il &lt;b"),
                                    not(containsString("<b>portale")),
                                    not(containsString("href=\"javascript")))));
        }
        web.perform(get(LinkController.ADDRESS).with(cast.coordinatore(centre)))
                .andExpect(content()
                        .string(allOf(
                                containsString("3 righe"),
                                containsString("Controlla ora"),
                                containsString(
                                        "Collegamenti verso altri siti: 1, ultimo controllo il 16/11/2026 10:00."),
                                containsString("/gestione/portale/contenuti/" + id + "/modifica"))));
        web.perform(get(LinkController.ADDRESS).param("stato", "Rotto").with(cast.coordinatore(centre)))
                .andExpect(content().string(allOf(containsString("2 righe"), not(containsString("/uno</a>")))));
        web.perform(get(LinkController.ADDRESS + "/collegamenti.csv")
                        .param("q", "portale")
                        .with(cast.coordinatore(centre)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Stato;Dove;In quale testo"),
                                containsString(site() + "/uno"),
                                containsString("16/11/2026 10:00"),
                                not(containsString("/mai")))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AMMINISTRATIVO", "OPERATORE", "REFERENTE", "FORNITORE"})
    void othersAreRefused(Role role) throws Exception {
        web.perform(get(LinkController.ADDRESS).with(cast.with(role, centre))).andExpect(status().isForbidden());
        web.perform(get(LinkController.ADDRESS + "/collegamenti.csv").with(cast.with(role, centre)))
                .andExpect(status().isForbidden());
        web.perform(post(LinkController.CHECK).with(cast.with(role, centre))).andExpect(status().isForbidden());
    }

    private String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private ContentId text(String body) {
        return cast.at(centre, () -> add(ContentKind.NEWS, null, "prova", body));
    }

    private ContentId add(ContentKind kind, @Nullable Section section, String slug, String body) {
        return contents.add(kind, section, slug, 100, ContentDraft.of("Prova", "", body), "Anna");
    }

    private void move(ContentId id, ContentState to) {
        contents.move(contents.get(id), to, null);
    }

    private static OfferingDetails service(String code, Period offered, String summary) {
        return new OfferingDetails(
                code,
                "Servizio " + code,
                summary,
                OfferingClass.SURCHARGE,
                OfferingLevel.BASE,
                OfferingArea.BACK_OFFICE,
                FeeKind.YEARLY,
                Continuation.TACIT,
                List.of(),
                Eligibility.MEMBERS,
                AllowanceSharing.EACH,
                "",
                null,
                offered);
    }

    private OutsideLinks outside() {
        return new OutsideLinks(
                store, new LinkProbe(host -> false, Duration.ofSeconds(20)), centres, transaction, clock);
    }

    private void look() {
        Acting.as(cast.centre(centre).id(), Acting.PROGRAM, () -> outside().lookHere());
    }

    private void later(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private List<String> broken() {
        List<String> told = new ArrayList<>();
        for (BrokenLink one : Objects.requireNonNull(cast.at(centre, () -> links.all()))) {
            told.add(one.state().label() + " " + one.placed().link().address().substring(site().length()) + " "
                    + one.reason());
        }
        return told;
    }

    private List<String> known() {
        return cast
                .at(
                        centre,
                        () -> jdbc.sql("select address from portal.outside_link order by address")
                                .query(String.class)
                                .list())
                .stream()
                .map(address -> address.substring(site().length()))
                .toList();
    }
}
