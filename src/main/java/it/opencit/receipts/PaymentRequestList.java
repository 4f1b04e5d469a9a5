// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Euro;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payment requests of a year of dues. */
final class PaymentRequestList {

    static final String PREPARED = "Da mandare";
    private static final String SENT = "Mandata";
    private static final String PAID = "Pagata";

    private PaymentRequestList() {}

    static Listing of(int year) {
        return Listing.named("richieste-" + year)
                .column(Column.text("numero", "Richiesta", "").linkedTo("/gestione/richieste/{key}"))
                .column(Column.text("pagante", "Ente pagante", ""))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.euro("residuo", "Da riscuotere", ""))
                .column(Column.text("canale", "Canale", ""))
                .column(Column.text("documento", "Documento", ""))
                .column(Column.text("stato", "Stato", ""))
                .column(Column.date("mandata", "Mandata il", ""))
                .column(Column.date("scadenza", "Scadenza", ""))
                .filter(Filter.search("Ente o numero", ""))
                .filter(Filter.choice("stato", "Stato", options(PREPARED, SENT, PAID), ""))
                .filter(Filter.choice(
                        "canale",
                        "Canale",
                        options(Arrays.stream(Channel.values())
                                .map(Channel::label)
                                .toArray(String[]::new)),
                        ""))
                .sortedBy("pagante")
                .whenEmpty(
                        "Nessuna richiesta: nascono quando si approva il dovuto dell'anno.",
                        "Vai all'anno",
                        "/gestione/entrate/" + year);
    }

    static List<ListRow> rows(
            List<PaymentRequest> requests,
            Map<PaymentRequestId, Euro> residuals,
            Map<PaymentRequestId, String> payers) {
        return requests.stream()
                .map(request -> row(
                        request,
                        residuals.getOrDefault(request.id(), Euro.ZERO),
                        payers.getOrDefault(request.id(), "")))
                .toList();
    }

    private static ListRow row(PaymentRequest request, Euro residual, String payer) {
        PaymentRequest.Sending sending = request.sending();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("numero", request.label());
        values.put("pagante", payer);
        values.put("importo", request.amount());
        values.put("residuo", residual);
        values.put("canale", request.channel().label());
        values.put("documento", request.document().label());
        values.put("stato", residual.isZero() ? PAID : sending == null ? PREPARED : SENT);
        values.put("mandata", sending == null ? null : sending.sentOn());
        values.put("scadenza", sending == null ? null : sending.dueOn());
        return new ListRow(request.id().value(), values);
    }

    private static List<Option> options(String... labels) {
        return Arrays.stream(labels).map(label -> new Option(label, label)).toList();
    }
}
