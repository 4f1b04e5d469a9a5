// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A text of a sheet that may be said in English too; name, summary and what the quota includes are the service's own. */
public enum SheetBlock {
    TITLE("title", "Nome", true),
    SUMMARY("summary", "In breve", false),
    INCLUDED("included", "Compreso nella quota", false),
    CONTEXT("context", "Contesto di riferimento", false),
    SUBJECT("subject", "Oggetto del servizio", false),
    RECIPIENTS("recipients", "Destinatari", false),
    TECHNOLOGY("technology", "Partner tecnologici", false),
    DUTIES("duties", "Obblighi e adempimenti", false),
    COSTS("costs", "Costi", false),
    CONDITIONS("conditions", "Condizioni particolari", false),
    ACTIVATION_TIME("activationTime", "Tempo di attivazione", true),
    ONLINE_NOTE("onlineNote", "Spiegazione del livello di informatizzazione", false),
    PERSON_IN_CHARGE("personInCharge", "Responsabile di procedimento", true),
    STAFF("staff", "Personale addetto", false),
    HOURS("hours", "Orari", false),
    CONTACT_ROLE("contactRole", "Ruolo del referente", true);

    private final String key;
    private final String label;
    private final boolean line;

    SheetBlock(String key, String label, boolean line) {
        this.key = key;
        this.label = label;
        this.line = line;
    }

    /** Its name in the database. */
    String key() {
        return key;
    }

    /** Its name in the form of the sheet, where the English text is typed. */
    String field() {
        return key + "En";
    }

    String label() {
        return label + " in inglese";
    }

    /** Whether it is written in one line. */
    boolean isLine() {
        return line;
    }

    /** The texts that say something, by name in the database. */
    static Map<String, String> byKey(Map<SheetBlock, String> texts) {
        Map<String, String> keyed = new LinkedHashMap<>();
        texts.forEach((block, text) -> keyed.put(block.key, text));
        return keyed;
    }

    static Map<SheetBlock, String> ofKeys(Map<String, String> keyed) {
        Map<SheetBlock, String> texts = new EnumMap<>(SheetBlock.class);
        Arrays.stream(values()).forEach(block -> {
            String text = keyed.getOrDefault(block.key, "");
            if (!text.isEmpty()) {
                texts.put(block, text);
            }
        });
        return Collections.unmodifiableMap(texts);
    }
}
