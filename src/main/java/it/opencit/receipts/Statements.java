// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins what was approved with what the treasury knows of it, body by body. */
@Service
public class Statements {

    private final DueLineStore lines;
    private final CreditStore credits;
    private final Treasury treasury;
    private final Organizations organizations;

    Statements(DueLineStore lines, CreditStore credits, Treasury treasury, Organizations organizations) {
        this.lines = lines;
        this.credits = credits;
        this.treasury = treasury;
        this.organizations = organizations;
    }

    /**
     * The accounts of a body.
     *
     * @param year of the dues; {@code null} for all
     * @throws NotFound when the centre has no such body
     */
    @Transactional(readOnly = true)
    public Statement of(OrganizationId body, @Nullable Integer year) {
        organizations.get(body);
        Map<String, Accertamento> bySource = new LinkedHashMap<>();
        List<Accertamento> others = new ArrayList<>();
        for (Accertamento accertamento : treasury.of(body)) {
            if (accertamento.source().startsWith("dues/")) {
                bySource.put(accertamento.source(), accertamento);
            } else {
                others.add(accertamento);
            }
        }
        Map<Long, Euro> given = credits.of(body);
        List<Statement.Line> all = new ArrayList<>();
        for (DueLine line : lines.approvedOf(body)) {
            all.add(line(line, bySource.get(line.source()), given.getOrDefault(line.id(), Euro.ZERO)));
        }
        others.forEach(accertamento -> all.add(line(accertamento)));
        all.sort(Comparator.comparing(Statement.Line::year).reversed());
        return new Statement(
                body,
                all.stream().filter(line -> year == null || line.year() == year).toList());
    }

    private static Statement.Line line(DueLine line, @Nullable Accertamento assessed, Euro credit) {
        return new Statement.Line(
                line.year(),
                line.id(),
                line.beneficiary(),
                line.payer(),
                line.heading(),
                line.amount(),
                assessed == null ? Euro.ZERO : assessed.owed(),
                assessed == null ? Euro.ZERO : assessed.collected(),
                assessed == null ? Euro.ZERO : assessed.residual(),
                credit,
                assessed == null ? "" : assessed.label(),
                line.because());
    }

    private static Statement.Line line(Accertamento accertamento) {
        return new Statement.Line(
                accertamento.fiscalYear(),
                null,
                accertamento.beneficiary(),
                accertamento.payer(),
                accertamento.object(),
                accertamento.owed(),
                accertamento.owed(),
                accertamento.collected(),
                accertamento.residual(),
                Euro.ZERO,
                accertamento.label(),
                "");
    }
}
