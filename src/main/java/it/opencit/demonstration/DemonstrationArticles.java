// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.tickets.Knowledge;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invented articles of the knowledge base of Brescia. */
@Component
@Order(625)
class DemonstrationArticles implements DemonstrationPart {

    private final Knowledge knowledge;

    DemonstrationArticles(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        knowledge.publish("Come si cambia la parola d'ordine della PEC", """
                La parola d'ordine della casella PEC scade ogni sei mesi.

                ## Se è ancora valida

                1. Entra nella casella e apri **Impostazioni**, poi **Sicurezza**.
                2. Scrivi quella di adesso e due volte quella nuova: almeno dodici caratteri.

                ## Se è già scaduta

                Solo il gestore può rinnovarla: [chiedi assistenza](/area/assistenza/nuovo) indicando la casella e un numero di telefono.""", "assistenza", false, "Carla Monti");
        knowledge.publish(
                "Il sito del Comune non risponde: che cosa guardare prima", """
                - Prova da un telefono, **senza** la rete del Comune: se lì si apre, il problema è nella vostra rete.
                - Guarda che ora è scritta nell'avviso del browser: un certificato scaduto si riconosce da quella.
                - Se non si apre da nessuna parte è un guasto bloccante: [chiedi assistenza](/area/assistenza/nuovo).""", "assistenza", true, "Carla Monti");
        knowledge.publish(
                "Aggiungere un tributo ai pagamenti in linea", """
                Servono la delibera o la determina che istituisce il tributo, il conto su cui versare e il giorno da cui si paga.

                La voce si attiva in **cinque giorni di lavoro**.""", "attivazione-rinnovo", false, "Carla Monti");
    }
}
