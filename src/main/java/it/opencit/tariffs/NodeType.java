// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a component, or an allowance, is made of: its fields and the places for others within it, as the editor shows
 * them and as its JSON form names them.
 */
enum NodeType {
    FIXED("fixed", "Importo fisso", fields(parameter("amount", "Importo (€)"))),
    PER_UNIT(
            "perUnit",
            "Tariffa per ciascuno",
            fields(measure("measure", "Di che cosa"), parameter("rate", "Tariffa unitaria (€)"))),
    BAND_AMOUNT("bandAmount", "Importo per fascia", fields(measure("by", "Fasce di"))),
    BAND_RATE(
            "bandRate",
            "Tariffa per fascia, su tutta la quantità",
            fields(measure("by", "Fasce di"), measure("measure", "Tariffa per ciascuno di"))),
    PROGRESSIVE("progressive", "A scaglioni", fields(measure("measure", "Di che cosa"))),
    OVERAGE(
            "overage",
            "Oltre la franchigia",
            fields(
                    measure("measure", "Di che cosa (in tutto)"),
                    parameter("rate", "Tariffa per ogni unità in più (€)"),
                    new Field("wholeUnits", "Un'unità iniziata si paga intera", Kind.FLAG)),
            slots(new Slot("allowance", "Franchigia"))),
    PACKS(
            "packs",
            "A pacchetti interi",
            fields(
                    measure("measure", "Di che cosa"),
                    parameter("size", "Pacchetto da"),
                    parameter("price", "Prezzo del pacchetto (€)"))),
    BY_KIND("byKind", "Secondo il tipo di ente", fields(), Repeat.KINDS, "cases", "component"),
    ACTIVATION_PLUS_YEARLY(
            "activationPlusYearly",
            "Attivazione più canone annuo",
            fields(),
            slots(new Slot("activation", "Attivazione"), new Slot("yearly", "Canone annuo"))),
    FIRST_YEAR(
            "firstYear",
            "Primo anno e successivi",
            fields(),
            slots(new Slot("first", "Primo anno"), new Slot("following", "Anni successivi"))),
    SUM("sum", "Somma", fields(), Repeat.PLAIN, "components", ""),
    DISCOUNT(
            "discount",
            "Sconto",
            fields(parameter("percent", "Sconto (%)")),
            slots(new Slot("component", "Su che cosa"))),
    LIMITS(
            "limits",
            "Minimo e massimo",
            fields(
                    new Field("min", "Minimo (€)", Kind.OPTIONAL_PARAMETER),
                    new Field("max", "Massimo (€)", Kind.OPTIONAL_PARAMETER)),
            slots(new Slot("component", "Di che cosa"))),
    NOT_ABOVE_YEAR(
            "notAboveYear",
            "Non oltre l'importo di un anno",
            fields(new Field("year", "Anno", Kind.INTEGER), new Field("figureDates", "Dati di quell'anno", Kind.DATES)),
            slots(
                    new Slot("component", "Importo"),
                    new Slot("computedBy", "Tetto, dove l'importo storico non è noto"))),
    FREE_MONTHS(
            "freeMonths",
            "Primi mesi gratuiti",
            fields(new Field("months", "Mesi gratuiti", Kind.INTEGER)),
            slots(new Slot("component", "Importo annuo"))),
    SHARE(
            "share",
            "Costo ripartito",
            fields(
                    measure("by", "In proporzione a"),
                    new Field("among", "Fra quali enti (nessuno: tutti)", Kind.KINDS)),
            slots(new Slot("cost", "Costo da ripartire"))),
    QUOTED(
            "quoted",
            "Importo caso per caso",
            fields(
                    new Field("quantity", "Nome della quantità che lo indica", Kind.TEXT),
                    new Field("toConfirm", "Perché è da confermare", Kind.OPTIONAL_TEXT))),
    LIST_PRICE(
            "listPrice",
            "Convenzionati e listino",
            fields(),
            slots(new Slot("member", "Convenzionati"), new Slot("list", "Listino"))),
    TARIFF("tariff", "Come un'altra tariffa", fields(new Field("code", "Codice della tariffa", Kind.TEXT))),
    ALLOWANCE_FLAT("allowanceFlat", "Franchigia uguale per tutti", fields(parameter("units", "Unità comprese"))),
    ALLOWANCE_BANDS("allowanceBands", "Franchigia per fascia", fields(measure("by", "Fasce di"))),
    ALLOWANCE_BY_KIND(
            "allowanceByKind", "Franchigia secondo il tipo di ente", fields(), Repeat.KINDS, "cases", "allowance");

    /** How a field is written. */
    enum Kind {
        PARAMETER,
        OPTIONAL_PARAMETER,
        MEASURE,
        INTEGER,
        TEXT,
        OPTIONAL_TEXT,
        FLAG,
        KINDS,
        DATES
    }

    /** Whether as many children as one likes are within it, and whether each is for some kinds of body. */
    enum Repeat {
        NO,
        PLAIN,
        KINDS
    }

    record Field(String name, String label, Kind kind) {}

    /** A place for exactly one component. */
    record Slot(String name, String label) {}

    final String id;
    final String label;
    final List<Field> fields;
    final List<Slot> slots;
    final Repeat repeat;
    final String listName;
    final String itemName;

    NodeType(String id, String label, List<Field> fields) {
        this(id, label, fields, List.of(), Repeat.NO, "", "");
    }

    NodeType(String id, String label, List<Field> fields, List<Slot> slots) {
        this(id, label, fields, slots, Repeat.NO, "", "");
    }

    NodeType(String id, String label, List<Field> fields, Repeat repeat, String listName, String itemName) {
        this(id, label, fields, List.of(), repeat, listName, itemName);
    }

    NodeType(
            String id,
            String label,
            List<Field> fields,
            List<Slot> slots,
            Repeat repeat,
            String listName,
            String itemName) {
        this.id = id;
        this.label = label;
        this.fields = fields;
        this.slots = slots;
        this.repeat = repeat;
        this.listName = listName;
        this.itemName = itemName;
    }

    static Optional<NodeType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    boolean isAllowance() {
        return this == ALLOWANCE_FLAT || this == ALLOWANCE_BANDS || this == ALLOWANCE_BY_KIND;
    }

    boolean hasBands() {
        return this == BAND_AMOUNT || this == BAND_RATE || this == PROGRESSIVE || this == ALLOWANCE_BANDS;
    }

    /** Whether a component can be put within it, its first. */
    boolean wraps() {
        return !isAllowance() && this != OVERAGE && (repeat != Repeat.NO || !slots.isEmpty());
    }

    /** What stands in a new place of this type until something else is chosen. */
    NodeType filler() {
        return isAllowance() || this == OVERAGE ? ALLOWANCE_FLAT : FIXED;
    }

    private static List<Field> fields(Field... fields) {
        return List.of(fields);
    }

    private static List<Slot> slots(Slot... slots) {
        return List.of(slots);
    }

    private static Field parameter(String name, String label) {
        return new Field(name, label, Kind.PARAMETER);
    }

    private static Field measure(String name, String label) {
        return new Field(name, label, Kind.MEASURE);
    }
}
