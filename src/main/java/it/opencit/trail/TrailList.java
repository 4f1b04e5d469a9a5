// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The changes recorded at a centre, the latest first, and the seals that close them. */
@Component
class TrailList {

    static final List<Option> ACTIONS = List.of(
            new Option("INSERT", "Aggiunta"), new Option("UPDATE", "Modifica"), new Option("DELETE", "Cancellazione"));

    /** As many letters of a value, and of all of them, as a page shows; exports have them all. */
    private static final int SHOWN = 60;

    private static final int SHOWN_IN_ALL = 300;

    private final TrailNames names;
    private final JsonMapper json;

    TrailList(TrailNames names, JsonMapper json) {
        this.names = names;
        this.json = json;
    }

    /** What a page shows. */
    Listing shown() {
        return listing("left(" + changes("left(%s, " + SHOWN + ")") + ", " + SHOWN_IN_ALL + ")");
    }

    /** Every value whole. */
    Listing whole() {
        return listing(changes("%s"));
    }

    /** @param changed expression of what changed, in words */
    private Listing listing(String changed) {
        return Listing.named("registro-delle-modifiche")
                .from("opencit.audit_entry e")
                .key("e.id")
                .with("things", json.writeValueAsString(names.things()))
                .with("fields", json.writeValueAsString(TrailNames.fields()))
                .with("hidden", TrailNames.HIDDEN_FIELDS)
                // In the order in which they were made; the key says that too, and has the index.
                .column(Column.moment("quando", "Quando", "e.at")
                        .orderedBy("e.id", "bigint")
                        .linkedTo(TrailController.ADDRESS + "/{key}"))
                .column(Column.text("chi", "Chi", "e.actor"))
                .column(Column.text(
                        "cosa", "Che cosa", "coalesce(cast(:things as jsonb) ->> e.table_name, e.table_name)"))
                .column(Column.text("riga", "Riga", "e.row_id"))
                .column(
                        Column.text(
                                "azione",
                                "Azione",
                                "case e.action when 'INSERT' then 'Aggiunta' when 'UPDATE' then 'Modifica' else 'Cancellazione' end"))
                .column(Column.text("cambiato", "Che cosa è cambiato", changed))
                .column(Column.text("perche", "Perché", WHY))
                .filter(Filter.date("dal", "Dal giorno", "e.at >= (:value)::timestamp at time zone 'Europe/Rome'"))
                .filter(Filter.date(
                        "al",
                        "Al giorno",
                        "e.at < ((:value)::timestamp + interval '1 day') at time zone 'Europe/Rome'"))
                .filter(Filter.text("chi", "Chi (nome utente)", "e.actor = :value"))
                .filter(Filter.choice("cosa", "Che cosa", names.choices(), "e.table_name = :value"))
                .filter(Filter.text("riga", "Numero della riga", "e.row_id = :value"))
                .filter(Filter.choice("azione", "Azione", ACTIONS, "e.action = :value"))
                .sortedDescendingBy("quando")
                .whenEmpty("Non è stato ancora registrato niente.", null, null);
    }

    /** The reason that the transaction said, else the one that the row itself holds. */
    private static final String WHY =
            "coalesce(nullif(e.why, ''), nullif(e.after ->> 'reason', ''), nullif(e.after ->> 'withdrawal_reason', ''),"
                    + " nullif(e.after ->> 'undo_reason', ''), nullif(e.after ->> 'because', ''), nullif(e.after ->> 'why', ''))";

    /** @param cut of a value, {@code %s} being its expression */
    private static String changes(String cut) {
        String value = "case when f.name ~ :hidden or (e.table_name = 'notices.mail' and f.name = 'body') then '"
                + TrailNames.HIDDEN + "' else coalesce(%s, '—') end";
        String was = value.formatted(cut.formatted(readable("f.was")));
        String became = value.formatted(cut.formatted(readable("f.became")));
        return """
                (select string_agg(coalesce(cast(:fields as jsonb) ->> f.name, replace(f.name, '_', ' ')) || ': '
                          || case e.action when 'INSERT' then BECAME when 'DELETE' then WAS else WAS || ' → ' || BECAME end,
                          '; ' order by f.name)
                   from (select coalesce(b.key, a.key) as name, nullif(b.value, '') as was, nullif(a.value, '') as became
                           from jsonb_each_text(coalesce(e.before, '{}')) b
                           full join jsonb_each_text(coalesce(e.after, '{}')) a on a.key = b.key) f
                  where f.was is distinct from f.became and f.name not in ('centre_id', 'id', 'version'))""".replace("WAS", was).replace("BECAME", became);
    }

    /**
     * Moments as the rest of the program shows them; the trail keeps them with the offset of whoever wrote. What somebody
     * typed may look like one and be none.
     */
    private static String readable(String value) {
        return "case when " + value + " ~ '^\\d{4}-\\d\\d-\\d\\dT[0-9:.]+[+-]\\d\\d:\\d\\d$' then"
                + " case when pg_input_is_valid(" + value + ", 'timestamptz')"
                + " then to_char(cast(" + value + " as timestamptz) at time zone 'Europe/Rome', 'DD/MM/YYYY HH24:MI')"
                + " else " + value + " end else " + value + " end";
    }

    static Listing seals() {
        return Listing.named("sigilli-del-registro")
                .from("trail.seal s")
                .key("s.id")
                .column(Column.integer("numero", "Sigillo", "s.id").orderedBy("s.id", "bigint"))
                .column(Column.moment("quando", "Messo il", "s.sealed_at"))
                .column(Column.text("da", "Da", "s.sealed_by"))
                .column(Column.integer("modifiche", "Modifiche", "s.entries"))
                .column(Column.text("prima", "Dalla n.", "s.first_entry::text"))
                .column(Column.text("ultima", "Alla n.", "s.last_entry::text"))
                .column(Column.text("impronta", "Impronta (SHA-256)", "s.hash"))
                .filter(Filter.text("impronta", "Impronta annotata", "s.hash = lower(:value)"))
                .sortedDescendingBy("numero")
                .whenEmpty("Nessun sigillo: il primo arriva pochi minuti dopo la prima modifica.", null, null);
    }
}
