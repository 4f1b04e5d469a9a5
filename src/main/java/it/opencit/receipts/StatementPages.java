// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.StatementPage;
import it.opencit.shared.Euro;
import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.ListRow;
import it.opencit.shared.lists.Listing;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a statement in words, for pages, document and export. */
@Component
class StatementPages {

    private final Statements statements;
    private final PaymentRequests requests;
    private final Organizations organizations;

    StatementPages(Statements statements, PaymentRequests requests, Organizations organizations) {
        this.statements = statements;
        this.requests = requests;
        this.organizations = organizations;
    }

    /** @param staff whether the addresses are those of the staff; a body's person has its own */
    @Transactional(readOnly = true)
    StatementPage of(OrganizationId body, boolean staff) {
        Statement statement = statements.of(body, null);
        Map<OrganizationId, String> names = names(statement);
        return new StatementPage(
                names.getOrDefault(body, ""),
                "Estratto conto",
                sums(
                        "Totale",
                        statement.due(),
                        statement.assessed(),
                        statement.collected(),
                        statement.residual(),
                        statement.credit()),
                statement.years().stream()
                        .map(year -> sums(
                                Integer.toString(year.year()),
                                year.due(),
                                year.assessed(),
                                year.collected(),
                                year.residual(),
                                year.credit()))
                        .toList(),
                statement.own().stream().map(line -> line(line, names, staff)).toList(),
                statement.byOthers().stream()
                        .map(line -> line(line, names, staff))
                        .toList(),
                requests.of(body).stream()
                        .filter(request -> staff || request.sending() != null)
                        .map(request -> request(request, staff))
                        .toList());
    }

    private static StatementPage.Request request(PaymentRequest request, boolean staff) {
        PaymentRequest.Sending sending = request.sending();
        return new StatementPage.Request(
                request.label(),
                staff ? "/gestione/richieste/" + request.id() : "/area/richieste/" + request.id() + ".pdf",
                sending == null ? "da mandare" : Italian.date(sending.sentOn()),
                request.amount().inItalian(),
                sending == null ? "" : Italian.date(sending.dueOn()));
    }

    private static StatementPage.Sums sums(
            String label, Euro due, Euro assessed, Euro collected, Euro residual, Euro credit) {
        return new StatementPage.Sums(
                label,
                due.inItalian(),
                assessed.inItalian(),
                collected.inItalian(),
                residual.inItalian(),
                credit.isZero() ? "" : credit.inItalian());
    }

    private static StatementPage.Line line(Statement.Line line, Map<OrganizationId, String> names, boolean staff) {
        String address = line.dueLine() == null
                ? ""
                : staff
                        ? "/gestione/entrate/" + line.year() + "/righe/" + line.dueLine()
                        : "/area/estratto-conto/" + line.dueLine();
        return new StatementPage.Line(
                Integer.toString(line.year()),
                line.object(),
                address,
                names.getOrDefault(line.beneficiary(), ""),
                names.getOrDefault(line.payer(), ""),
                line.due().inItalian(),
                line.assessed().inItalian(),
                line.collected().inItalian(),
                line.residual().inItalian(),
                line.credit().isZero() ? "" : line.credit().inItalian(),
                line.accertamento(),
                line.because());
    }

    static Listing listing() {
        return Listing.named("estratto-conto")
                .column(Column.year("anno", "Anno", ""))
                .column(Column.text("oggetto", "Servizio / convenzione", ""))
                .column(Column.text("ente", "Ente", ""))
                .column(Column.text("pagante", "Ente pagante", ""))
                .column(Column.text("accertamento", "Accertamento", ""))
                .column(Column.euro("dovuto", "Dovuto", ""))
                .column(Column.euro("accertato", "Accertato", ""))
                .column(Column.euro("riscosso", "Riscosso", ""))
                .column(Column.euro("residuo", "Residuo", ""))
                .column(Column.euro("credito", "Credito dell'ente", ""))
                .sortedDescendingBy("anno");
    }

    @Transactional(readOnly = true)
    List<ListRow> rows(OrganizationId body) {
        Statement statement = statements.of(body, null);
        Map<OrganizationId, String> names = names(statement);
        List<ListRow> rows = new ArrayList<>();
        for (Statement.Line line : statement.lines()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("anno", line.year());
            values.put("oggetto", line.object());
            values.put("ente", names.get(line.beneficiary()));
            values.put("pagante", names.get(line.payer()));
            values.put("accertamento", line.accertamento());
            values.put("dovuto", line.due());
            values.put("accertato", line.assessed());
            values.put("riscosso", line.collected());
            values.put("residuo", line.residual());
            values.put("credito", line.credit());
            rows.add(new ListRow(rows.size() + 1L, values));
        }
        return rows;
    }

    private Map<OrganizationId, String> names(Statement statement) {
        Set<OrganizationId> ids = new HashSet<>(Set.of(statement.body()));
        statement.lines().forEach(line -> {
            ids.add(line.beneficiary());
            ids.add(line.payer());
        });
        return organizations.names(ids);
    }
}
