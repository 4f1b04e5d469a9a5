// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.portal.ContentKind;
import it.opencit.portal.ContentText;
import it.opencit.portal.EventDetails;
import it.opencit.portal.Portal;
import it.opencit.portal.Portal.ToPublish;
import it.opencit.portal.ProjectDetails;
import it.opencit.portal.Section;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The public site: what the sources say of the centre, and invented news, events and projects around today. */
@Component
@Order(640)
class DemonstrationPortal implements DemonstrationPart {

    private static final String EDITOR = "Paola Ferri";

    private final Portal portal;
    private final Clock clock;

    DemonstrationPortal(Portal portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        page(
                "che-cos-e",
                10,
                new ContentText(
                        "Che cos'è il centro",
                        "Una struttura operativa al servizio dei Comuni e degli enti del territorio.",
                        """
                %s è la struttura operativa di %s che sostiene Comuni ed enti del territorio nello sviluppo di servizi telematici per cittadini e imprese.

                ## Che cosa si propone

                - attuare norme e indirizzi di **amministrazione digitale** e di **amministrazione trasparente**;
                - essere un centro di competenza che diffonde sul territorio la cultura dell'innovazione;
                - garantire anche ai piccoli Comuni una gestione adeguata delle tecnologie e dei dati.

                ## Di che cosa si occupa

                - agenda digitale nazionale e regionale;
                - organizzazione della domanda di servizi informatici, anche per contenere la spesa;
                - rapporti con chi li offre;
                - valorizzazione degli open data;
                - progetti condotti in forma associata;
                - formazione e informazione.
                """.formatted(centre.name(), centre.leadBody())),
                new ContentText(
                        "What the centre is",
                        "An office that works for the municipalities and bodies of the territory.",
                        """
                %s is the office of %s that helps the municipalities and bodies of the territory to offer digital services to citizens and businesses.

                ## What it is for

                - to put the rules of **digital administration** and **transparency** into practice;
                - to spread the culture of innovation in the territory;
                - to give small municipalities too a sound management of technology and data.
                """.formatted(centre.name(), centre.leadBody())));
        page(
                "come-si-aderisce",
                30,
                new ContentText("Come si aderisce", "Il percorso di adesione, passo per passo.", """
                        1. L'ente chiede lo schema di convenzione al centro, o lo scarica dalle pagine del sito.
                        2. L'organo di indirizzo politico approva lo schema: per un Comune, il **Consiglio comunale**.
                        3. L'ente firma la convenzione e la invia al centro per posta elettronica certificata.
                        4. Il centro la protocolla e la controfirma: da quel giorno l'ente è aderente.
                        5. I referenti dell'ente ricevono l'accesso all'area riservata e possono chiedere i servizi.

                        Comunità montane e Unioni di Comuni possono approvare la convenzione anche per conto dei loro Comuni e pagarne in tutto o in parte la quota annuale.
                        """),
                ContentText.NONE);
        if (centre.code().equals("brescia")) {
            brescia();
        } else {
            news(
                    "il-sito-e-in-linea",
                    3,
                    new ContentText(
                            "Il nuovo sito del centro è in linea",
                            "Servizi, novità e assistenza in un posto solo.",
                            "Da oggi i servizi del centro, le novità e l'assistenza si trovano qui. Le pagine sono dimostrative: **sostituiscile con le tue**."));
        }
    }

    private void brescia() {
        page(
                "governo",
                20,
                new ContentText("Come si governa", "I tavoli in cui gli enti decidono insieme.", """
                Le scelte strategiche e le questioni tecniche più rilevanti si affrontano in **tavoli** che si riuniscono almeno una volta all'anno.

                ## Tavolo strategico

                È composto dai referenti politici: lo presiede l'assessore all'innovazione della Provincia e vi siedono i presidenti delle Comunità montane e delle Unioni di Comuni convenzionate. Definisce gli indirizzi, la quota di adesione e i servizi su adesione. Per la sua validità è presente almeno la metà più uno dei componenti; delibera a maggioranza dei presenti.

                ## Tavolo tecnico

                È composto dai referenti tecnici: analizza i fabbisogni del territorio, propone revisioni e nuovi servizi, prepara il programma annuale.

                ## Tavoli tematici

                Gruppi di lavoro specialistici che approfondiscono singoli argomenti e riferiscono al tavolo tecnico.
                """),
                ContentText.NONE);
        page(
                "documenti",
                40,
                new ContentText("Documenti", "Gli atti e i modelli su cui si regge il centro.", """
                | Documento | Atto |
                |---|---|
                | Convenzione per l'adesione al CIT 2015-2020 | Consiglio provinciale n. 29/2016, che aggiorna la n. 15/2014 |
                | Convenzione per l'adesione al CIT 2021-2025 | Consiglio provinciale n. 34 del 30/11/2020 |

                I moduli di richiesta dei servizi si trovano nella scheda di ciascun servizio.
                """),
                ContentText.NONE);
        news(
                "certificati-di-firma-in-scadenza",
                2,
                new ContentText(
                        "Certificati di firma: chi scade entro l'anno",
                        "Gli enti che hanno certificati in scadenza ricevono in questi giorni l'invito al rinnovo.",
                        """
                I certificati di firma digitale durano tre anni. Quelli consegnati nel 2023 scadono entro dicembre.

                ## Che cosa fare

                - controlla la scadenza nel software di firma;
                - chiedi il rinnovo dall'area riservata, almeno **trenta giorni prima**;
                - i primi tre rinnovi sono compresi nella quota.
                """),
                new ContentText(
                        "Signature certificates that expire this year",
                        "Bodies whose certificates expire are being invited to renew them.",
                        """
                Digital signature certificates last three years. Those delivered in 2023 expire by December.

                Ask for the renewal in the reserved area at least **thirty days before**. The first three renewals are included in the yearly fee.
                """));
        news(
                "manutenzione-protocollo",
                9,
                new ContentText(
                        "Manutenzione del protocollo informatico",
                        "Sabato mattina il protocollo non è raggiungibile per due ore.",
                        "La piattaforma documentale si ferma **sabato dalle 7 alle 9** per l'aggiornamento. Non serve fare niente: al termine tutto riprende da dove era."));
        news(
                "nuovo-corso-accessibilita",
                20,
                new ContentText(
                        "Un corso sull'accessibilità dei documenti",
                        "Due mattine, gratis per gli enti aderenti.",
                        "Come si scrive un documento che tutti possono leggere: titoli, tabelle, immagini e PDF. Le iscrizioni sono aperte nella pagina [Eventi](/eventi)."));
        news(
                "campagna-di-conferma",
                34,
                new ContentText(
                        "Al via la conferma annuale dei servizi",
                        "Gli enti confermano, disdicono o chiedono i servizi per l'anno che viene.",
                        "Ogni anno il centro chiede conferma dei servizi già attivi. Il modulo è nell'area riservata; chi non risponde riceve due solleciti."));
        event(
                "accessibilita-dei-documenti",
                12,
                9,
                12,
                40,
                "Sala consiliare, via Milano 13, Brescia",
                new ContentText(
                        "Accessibilità dei documenti", "Corso in due mattine per chi scrive atti e pagine.", """
                Il corso è riservato a chi lavora negli enti aderenti.

                ## Programma

                1. Leggere con le orecchie: come lavora uno screen reader.
                2. Titoli, elenchi, tabelle.
                3. Immagini e testo alternativo.
                4. PDF accessibili.
                """));
        event(
                "tavolo-rtd",
                26,
                10,
                13,
                null,
                "In linea",
                new ContentText(
                        "Tavolo dei responsabili per la transizione digitale",
                        "L'incontro trimestrale degli RTD del territorio.",
                        "All'ordine del giorno: il piano triennale, la qualificazione dei servizi cloud, i risultati dell'indagine sui fabbisogni."));
        event(
                "spid-e-cie",
                -40,
                9,
                11,
                null,
                "In linea",
                new ContentText(
                        "SPID e CIE nei servizi comunali",
                        "Che cosa cambia per gli sportelli.",
                        "Le diapositive sono nella notizia [SPID e CIE: le diapositive](/novita/spid-e-cie-diapositive); chi non le trova le chiede all'assistenza."));
        project(
                "archivio-unico",
                ProjectDetails.State.RUNNING,
                60,
                2025,
                2027,
                new ContentText(
                        "Archivio digitale unico",
                        "Un solo archivio di conservazione per tutti gli enti aderenti.",
                        "Il progetto porta in un unico archivio i documenti che oggi ciascun ente conserva da sé. Finora hanno completato il passaggio **tre enti su cinque**."));
        project(
                "sportello-dati",
                ProjectDetails.State.PLANNED,
                0,
                2027,
                2028,
                new ContentText(
                        "Sportello dei dati aperti",
                        "Un catalogo comune degli open data del territorio.",
                        "Il tavolo tecnico ha approvato lo studio di fattibilità."));
        project(
                "rete-wifi",
                ProjectDetails.State.DONE,
                100,
                2023,
                2025,
                new ContentText(
                        "Rete Wi-Fi pubblica",
                        "Punti di accesso nelle piazze e nelle biblioteche.",
                        "La rete è in esercizio: la manutenzione è un servizio del catalogo."));
    }

    private void page(String slug, int weight, ContentText italian, ContentText english) {
        portal.publish(
                ToPublish.of(ContentKind.PAGE, Section.CIT, slug, weight, italian)
                        .in(english),
                EDITOR,
                daysAgo(60));
    }

    private void news(String slug, int daysAgo, ContentText italian) {
        news(slug, daysAgo, italian, ContentText.NONE);
    }

    private void news(String slug, int daysAgo, ContentText italian, ContentText english) {
        portal.publish(ToPublish.of(ContentKind.NEWS, null, slug, 100, italian).in(english), EDITOR, daysAgo(daysAgo));
    }

    private void event(
            String slug, int inDays, int from, int to, @Nullable Integer seats, String place, ContentText italian) {
        LocalDate day = LocalDate.now(clock).plusDays(inDays);
        portal.publish(
                ToPublish.of(ContentKind.EVENT, null, slug, 100, italian)
                        .at(new EventDetails(at(day, from), at(day, to), place, seats, null)),
                EDITOR,
                daysAgo(inDays < 0 ? 70 : 15));
    }

    private void project(String slug, ProjectDetails.State state, int progress, int from, int to, ContentText italian) {
        portal.publish(
                ToPublish.of(ContentKind.PROJECT, null, slug, 100, italian)
                        .at(new ProjectDetails(state, progress, LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31))),
                EDITOR,
                daysAgo(50));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Italian.ROME).toInstant();
    }

    private Instant daysAgo(int days) {
        return LocalDate.now(clock)
                .minusDays(days)
                .atTime(LocalTime.of(9, 30))
                .atZone(Italian.ROME)
                .toInstant();
    }
}
