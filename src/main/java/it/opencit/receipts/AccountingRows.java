// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The approved lines of a year as the accounting office records them: nothing here is accounting, it only feeds it. */
@Component
class AccountingRows {

    private final DuesRuns runs;
    private final PaymentRequests requests;
    private final Treasury treasury;
    private final Organizations organizations;

    AccountingRows(DuesRuns runs, PaymentRequests requests, Treasury treasury, Organizations organizations) {
        this.runs = runs;
        this.requests = requests;
        this.treasury = treasury;
        this.organizations = organizations;
    }

    static Listing listing(int year) {
        return Listing.named("ragioneria-" + year)
                .column(Column.text("atto", "Atto", ""))
                .column(Column.text("numeroAtto", "Numero atto", ""))
                .column(Column.date("dataAtto", "Data atto", ""))
                .column(Column.text("accertamento", "Accertamento", ""))
                .column(Column.year("esercizio", "Esercizio", ""))
                .column(Column.text("capitolo", "Capitolo", ""))
                .column(Column.text("ente", "Ente beneficiario", ""))
                .column(Column.text("enteCf", "CF beneficiario", ""))
                .column(Column.text("pagante", "Ente pagante", ""))
                .column(Column.text("paganteCf", "CF pagante", ""))
                .column(Column.text("oggetto", "Oggetto", ""))
                .column(Column.date("dal", "Dal", ""))
                .column(Column.date("al", "Al", ""))
                .column(Column.euro("imponibile", "Imponibile", ""))
                .column(Column.euro("iva", "IVA", ""))
                .column(Column.euro("importo", "Importo", ""))
                .column(Column.text("riferimentoIva", "Riferimento IVA", ""))
                .column(Column.euro("riscosso", "Riscosso", ""))
                .column(Column.euro("residuo", "Residuo", ""))
                .column(Column.text("richiesta", "Richiesta", ""))
                .column(Column.text("documento", "Documento", ""))
                .column(Column.text("canale", "Canale", ""))
                .column(Column.text("iuv", "IUV", ""))
                .column(Column.date("scadenza", "Scadenza", ""))
                .column(Column.text("rettifica", "Motivo della rettifica", ""))
                .column(Column.text("chiave", "Chiave", ""))
                .sortedBy("ente");
    }

    @Transactional(readOnly = true)
    List<ListRow> of(int year) {
        Map<DuesRunId, Approval> approvals = new LinkedHashMap<>();
        List<DueLine> lines = new ArrayList<>();
        for (DuesRun run : runs.of(year)) {
            Approval approval = run.approval();
            if (approval != null) {
                approvals.put(run.id(), approval);
                lines.addAll(runs.lines(run.id()));
            }
        }
        Map<String, Accertamento> assessed = treasury
                .bySources(lines.stream().map(DueLine::source).toList())
                .stream()
                .collect(Collectors.toMap(Accertamento::source, Function.identity()));
        Map<String, PaymentRequest> letters = requests.ofDuesYear(year).stream()
                .collect(Collectors.toMap(one -> one.run() + "/" + one.payer(), Function.identity()));
        Map<OrganizationId, String> taxCodes = taxCodes(lines);
        List<ListRow> rows = new ArrayList<>();
        for (DueLine line : lines) {
            Approval approval = approvals.get(line.run());
            if (approval != null) {
                PaymentRequest letter =
                        line.amount().isNegative() ? null : letters.get(line.run() + "/" + line.payer());
                rows.add(row(line, approval, assessed.get(line.source()), letter, taxCodes));
            }
        }
        return rows;
    }

    private static ListRow row(
            DueLine line,
            Approval approval,
            @Nullable Accertamento assessed,
            @Nullable PaymentRequest letter,
            Map<OrganizationId, String> taxCodes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("atto", approval.actKind());
        values.put("numeroAtto", approval.actNumber());
        values.put("dataAtto", approval.actDate());
        values.put("accertamento", assessed == null || assessed.number() == null ? "" : assessed.label());
        values.put("esercizio", approval.fiscalYear());
        values.put("capitolo", approval.chapter());
        values.put("ente", line.beneficiaryName());
        values.put("enteCf", taxCodes.getOrDefault(line.beneficiary(), ""));
        values.put("pagante", line.payerName());
        values.put("paganteCf", taxCodes.getOrDefault(line.payer(), ""));
        values.put("oggetto", line.object());
        values.put("dal", line.term().from());
        values.put("al", line.term().to());
        values.put("imponibile", line.net());
        values.put("iva", line.vat());
        values.put("importo", line.amount());
        values.put("riferimentoIva", line.vatReference());
        values.put("riscosso", assessed == null ? null : assessed.collected());
        values.put("residuo", assessed == null ? null : assessed.residual());
        values.put("richiesta", letter == null ? "" : letter.label());
        values.put("documento", letter == null ? "" : letter.document().label());
        values.put("canale", letter == null ? "" : letter.channel().label());
        values.put("iuv", letter == null || letter.notice() == null ? "" : new NoticeNumber(letter.notice()).iuv());
        values.put("scadenza", due(letter));
        values.put("rettifica", line.because());
        values.put("chiave", line.source());
        return new ListRow(line.id(), values);
    }

    private static @Nullable LocalDate due(@Nullable PaymentRequest letter) {
        PaymentRequest.Sending sending = letter == null ? null : letter.sending();
        return sending == null ? null : sending.dueOn();
    }

    private Map<OrganizationId, String> taxCodes(List<DueLine> lines) {
        Set<OrganizationId> ids = new HashSet<>();
        lines.forEach(line -> {
            ids.add(line.beneficiary());
            ids.add(line.payer());
        });
        Map<OrganizationId, String> codes = new LinkedHashMap<>();
        for (Organization body : organizations.all(ids)) {
            var code = body.details().taxCode();
            if (code != null) {
                codes.put(body.id(), code.toString());
            }
        }
        return codes;
    }
}
