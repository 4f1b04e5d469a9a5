// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pages of a journal of an invented treasurer, in the order of elements that the OPI schemas prescribe. */
final class JournalSamples {

    private JournalSamples() {}

    /** A page of a flow with its movements. */
    static String page(String flow, int page, int pages, int exercise, List<String> movements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <flusso_giornale_di_cassa>
                  <testata_messaggio><codice_ABI_BT>00000</codice_ABI_BT><codice_ente>99999999999</codice_ente></testata_messaggio>
                  <identificativo_flusso_BT>%s#%03d#%03d</identificativo_flusso_BT>
                  <pagina>%d</pagina>
                  <pagine_totali>%d</pagine_totali>
                  <esercizio>%d</esercizio>
                  <data_riferimento_GdC>%d-06-30</data_riferimento_GdC>
                  <informazioni_conto_evidenza>
                    <conto_evidenza>0000001</conto_evidenza>
                %s
                    <saldo_precedente_conto_evidenza>0.00</saldo_precedente_conto_evidenza>
                  </informazioni_conto_evidenza>
                  <saldo_complessivo_precedente>0.00</saldo_complessivo_precedente>
                </flusso_giornale_di_cassa>
                """.formatted(flow, page, pages, page, pages, exercise, exercise, String.join("\n", movements));
    }

    /** A movement on a provvisorio. */
    static String provvisorio(int movement, long number, String operation, String amount, String date, String payer) {
        return movement(
                movement,
                "ENTRATA",
                "SOSPESO ENTRATA",
                operation,
                number,
                amount,
                date,
                payer,
                "ACCREDITO BANCA D'ITALIA",
                "");
    }

    /** A reversale that regularises a part of a provvisorio. */
    static String reversale(
            int movement, long number, String operation, String amount, String date, long provvisorio, String part) {
        return movement(
                movement,
                "ENTRATA",
                "REVERSALE",
                operation,
                number,
                amount,
                date,
                "COMUNE DI ROCCAVERDE",
                "REGOLARIZZAZIONE",
                "<sospeso><numero_provvisorio>%d</numero_provvisorio><importo_provvisorio>%s</importo_provvisorio></sospeso>"
                        .formatted(provvisorio, part));
    }

    static String movement(
            int movement,
            String kind,
            String document,
            String operation,
            long number,
            String amount,
            String date,
            String payer,
            String execution,
            String links) {
        return """
                    <movimento_conto_evidenza>
                      <identificativo_flusso>0</identificativo_flusso>
                      <numero_movimento>%d</numero_movimento>
                      <tipo_movimento>%s</tipo_movimento>
                      <tipo_documento>%s</tipo_documento>
                      <tipo_operazione>%s</tipo_operazione>
                      <numero_documento>%d</numero_documento>
                      <progressivo_documento>0</progressivo_documento>
                      <importo>%s</importo>
                      <numero_bolletta_quietanza>%d</numero_bolletta_quietanza>
                      <data_movimento>%s</data_movimento>
                      <data_movimento_siope>%s</data_movimento_siope>
                      <data_valuta_ente>%s</data_valuta_ente>
                      <tipo_esecuzione>%s</tipo_esecuzione>
                      <end_to_end_id>E2E%d</end_to_end_id>
                      <assoggettamento_bollo>ESENTE BOLLO</assoggettamento_bollo>
                      <cliente><anagrafica_cliente>%s</anagrafica_cliente><codice_fiscale_cliente>00000000000</codice_fiscale_cliente></cliente>
                      <causale>VERSAMENTO N. %d</causale>
                      %s
                    </movimento_conto_evidenza>""".formatted(
                        movement, kind, document, operation, number, amount, movement, date, date, date, execution,
                        movement, payer, number, links);
    }

    /** A page of a large journal: as many provvisori as asked, of 2024. */
    static byte[] page(int page, int pages, int rows) {
        List<String> movements = new ArrayList<>(rows);
        for (int row = 1; row <= rows; row++) {
            int number = (page - 1) * rows + row;
            movements.add(provvisorio(
                    number,
                    number,
                    "ESEGUITO",
                    (10 + number % 3000) + ".50",
                    "2024-%02d-%02d".formatted(1 + number % 12, 1 + number % 28),
                    "COMUNE DI PROVA " + number % 700));
        }
        return page("GDC-20241231BENCH0000000001", page, pages, 2024, movements).getBytes(StandardCharsets.UTF_8);
    }
}
