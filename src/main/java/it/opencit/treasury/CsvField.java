// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.util.List;

/** What a column of a treasurer's CSV may be, and the headings that treasurers give it. */
enum CsvField {
    NUMBER(
            "Numero del provvisorio",
            true,
            "numero provvisorio",
            "n provvisorio",
            "nr provvisorio",
            "num provvisorio",
            "provvisorio",
            "numero sospeso",
            "sospeso",
            "numero",
            "n",
            "nr",
            "number"),
    YEAR("Esercizio", false, "esercizio", "anno esercizio", "anno", "anno provvisorio", "year"),
    DATE(
            "Data",
            true,
            "data provvisorio",
            "data sospeso",
            "data movimento",
            "data operazione",
            "data esecuzione",
            "data",
            "date"),
    PAYER(
            "Versante",
            false,
            "versante",
            "ordinante",
            "anagrafica versante",
            "anagrafica cliente",
            "debitore",
            "cliente",
            "nominativo",
            "anagrafica",
            "payer"),
    TAX_CODE(
            "Codice fiscale del versante",
            false,
            "codice fiscale",
            "codice fiscale versante",
            "cf",
            "cf versante",
            "partita iva",
            "codice fiscale partita iva",
            "cf p iva"),
    REASON("Causale", false, "causale", "descrizione", "causale versamento", "descrizione causale", "reason"),
    AMOUNT("Importo", true, "importo", "importo provvisorio", "importo euro", "entrata", "importo entrata", "amount"),
    EXECUTION("Come è arrivato", false, "tipo esecuzione", "modalita", "tipo", "modalita riscossione"),
    REFERENCE(
            "Riferimento",
            false,
            "end to end id",
            "end to end",
            "riferimento",
            "riferimento operazione",
            "codice riferimento operazione",
            "cro",
            "trn",
            "iuv");

    private final String label;
    private final boolean required;
    private final List<String> headings;

    CsvField(String label, boolean required, String... headings) {
        this.label = label;
        this.required = required;
        this.headings = List.of(headings);
    }

    String label() {
        return label;
    }

    boolean isRequired() {
        return required;
    }

    /** As {@link Words#plain} writes them, the most usual first. */
    List<String> headings() {
        return headings;
    }
}
