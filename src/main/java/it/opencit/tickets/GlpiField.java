// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is read of a ticket of GLPI, by the headings of its CSV in Italian or English and by the names of its REST API. */
enum GlpiField {
    ID("id"),
    TITLE("titolo", "title", "name"),
    STATE("stato", "status"),
    OPENED("data di apertura", "opening date", "date"),
    CHANGED("ultima modifica", "ultimo aggiornamento", "last update", "date_mod"),
    TAKEN("data di presa in carico", "take into account date", "takeintoaccountdate"),
    SOLVED("data di soluzione", "data di risoluzione", "resolution date", "solution date", "solvedate"),
    CLOSED("data di chiusura", "closing date", "closedate"),
    ENTITY("entita", "entity", "entities_id"),
    CATEGORY("categoria", "category", "itilcategories_id"),
    REQUESTER("richiedente", "richiedente - richiedente", "requester", "requester - requester", "_users_id_requester"),
    TECHNICIAN(
            "tecnico",
            "assegnato a - tecnico",
            "technician",
            "assigned to - technician",
            "_users_id_assign",
            "users_id_assign"),
    TYPE("tipo", "type"),
    URGENCY("urgenza", "urgency"),
    DESCRIPTION("descrizione", "description", "content"),
    DELETED("eliminato", "deleted", "is_deleted");

    private final List<String> names;

    GlpiField(String... names) {
        this.names = List.of(names);
    }

    /** The field that a heading names, whatever its capitals and accents. */
    static Optional<GlpiField> named(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(plain))
                .findFirst();
    }

    /** Without capitals, accents and spaces around. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
