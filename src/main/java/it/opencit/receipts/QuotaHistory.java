// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.AccessionSummary;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.AmountHistory;
import it.opencit.organizations.OrganizationId;
import it.opencit.receipts.pages.HistoryRow;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The quotas of one body, year by year up to this one ("storico entrate"). */
@Component
class QuotaHistory implements AmountHistory {

    private final Agreements agreements;
    private final MembershipDues dues;
    private final Clock clock;

    QuotaHistory(Agreements agreements, MembershipDues dues, Clock clock) {
        this.agreements = agreements;
        this.dues = dues;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<YearlyAmount> of(OrganizationId beneficiary) {
        List<YearlyAmount> amounts = new ArrayList<>();
        for (MembershipDue due : each(beneficiary)) {
            String note = due.amount() == null ? due.refusal() : String.join(", ", due.warnings());
            String address = "/gestione/quote/" + due.year() + "/enti/" + beneficiary;
            if (due.payers().isEmpty()) {
                amounts.add(new YearlyAmount(beneficiary, beneficiary, due.year(), Euro.ZERO, note, address));
            }
            for (Payer payer : due.payers()) {
                amounts.add(
                        new YearlyAmount(beneficiary, payer.organization(), due.year(), payer.amount(), note, address));
            }
        }
        return amounts;
    }

    /** The quotas of a body as its own people see them, the latest year first. */
    @Transactional(readOnly = true)
    public List<HistoryRow> rows(OrganizationId body) {
        return each(body).stream()
                .map(due -> {
                    Euro amount = due.amount();
                    return new HistoryRow(
                            due.year(),
                            due.scheme(),
                            amount == null ? due.refusal() : amount.inItalian(),
                            due.payers().stream()
                                    .map(payer ->
                                            payer.name() + ": " + payer.amount().inItalian())
                                    .toList(),
                            String.join(", ", due.warnings()));
                })
                .toList();
    }

    private List<MembershipDue> each(OrganizationId body) {
        List<MembershipDue> found = new ArrayList<>();
        for (int year : years(body).descendingSet()) {
            dues.ofOne(body, year).ifPresent(found::add);
        }
        return found;
    }

    private TreeSet<Integer> years(OrganizationId body) {
        int now = LocalDate.now(clock).getYear();
        var years = new TreeSet<Integer>();
        for (AccessionSummary accession : agreements.accessionsOf(body)) {
            Period membership = accession.membership();
            if (membership == null) {
                continue;
            }
            LocalDate to = membership.to();
            int last = to == null ? now : Math.min(now, to.getYear());
            for (int year = membership.from().getYear(); year <= last; year++) {
                years.add(year);
            }
        }
        return years;
    }
}
