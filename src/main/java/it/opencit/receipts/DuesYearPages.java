// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.pages.DuesYearPage;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.Accertamento;
import it.opencit.treasury.Treasury;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a year shows. */
@Component
class DuesYearPages {

    private static final int CHANGES_SHOWN = 50;

    private final DuesRuns runs;
    private final DueLineStore lines;
    private final CreditStore credits;
    private final PaymentRequests requests;
    private final Treasury treasury;
    private final Organizations organizations;
    private final MembershipDues dues;
    private final ReceiptTerms terms;
    private final PaymentReminders reminders;
    private final Clock clock;

    DuesYearPages(
            DuesRuns runs,
            DueLineStore lines,
            CreditStore credits,
            PaymentRequests requests,
            Treasury treasury,
            Organizations organizations,
            MembershipDues dues,
            ReceiptTerms terms,
            PaymentReminders reminders,
            Clock clock) {
        this.runs = runs;
        this.lines = lines;
        this.credits = credits;
        this.requests = requests;
        this.treasury = treasury;
        this.organizations = organizations;
        this.dues = dues;
        this.terms = terms;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    DuesYearPage of(int year, boolean writable) {
        List<DuesRun> all = runs.of(year);
        List<DuesRun> approved = all.stream().filter(run -> !run.isDraft()).toList();
        int now = LocalDate.now(clock).getYear();
        List<PaymentRequest> letters = requests.ofDuesYear(year);
        int sent = (int) letters.stream().filter(one -> one.sending() != null).count();
        LocalDate by = terms.current().due().requestBy(year);
        return new DuesYearPage(
                year,
                Years.between(Math.min(dues.firstYear(), year), Math.max(now + 1, year)),
                writable,
                all.stream()
                        .filter(DuesRun::isDraft)
                        .findFirst()
                        .map(this::draft)
                        .orElse(null),
                approved.stream().map(DuesYearPages::approved).toList(),
                new DuesYearPage.Requests(letters.size(), sent),
                approved.isEmpty() ? null : collection(year, approved),
                by == null || sent == letters.size() ? "" : Italian.date(by));
    }

    private DuesYearPage.Draft draft(DuesRun run) {
        List<DuesChange> changes = runs.changes(run.id());
        List<DuesChange> shown = changes.subList(0, Math.min(CHANGES_SHOWN, changes.size()));
        List<Gap> gaps = runs.gaps(run.id());
        Map<OrganizationId, String> names = names(shown, gaps);
        return new DuesYearPage.Draft(
                run.name(),
                run.digest(),
                run.isAdjustment(),
                run.lines(),
                run.amount().inItalian(),
                run.net().inItalian(),
                run.vat().inItalian(),
                Italian.moment(run.computedAt()) + " da " + run.computedBy(),
                lines.totals(run.id()).stream()
                        .map(total -> new DuesYearPage.Total(
                                total.kind().label(),
                                total.lines(),
                                total.amount().inItalian()))
                        .toList(),
                shown.stream()
                        .map(change -> new DuesYearPage.Change(
                                names.getOrDefault(change.beneficiary(), ""),
                                names.getOrDefault(change.payer(), ""),
                                change.title(),
                                amount(change.before()),
                                amount(change.after()),
                                change.because()))
                        .toList(),
                changes.size() - shown.size(),
                gaps.stream()
                        .map(gap -> new DuesYearPage.Gap(
                                names.getOrDefault(gap.beneficiary(), ""),
                                "/gestione/enti/" + gap.beneficiary(),
                                gap.title(),
                                gap.reason()))
                        .toList());
    }

    private Map<OrganizationId, String> names(List<DuesChange> changes, List<Gap> gaps) {
        Set<OrganizationId> ids = new HashSet<>();
        changes.forEach(change -> {
            ids.add(change.beneficiary());
            ids.add(change.payer());
        });
        gaps.forEach(gap -> ids.add(gap.beneficiary()));
        return organizations.names(ids);
    }

    private static DuesYearPage.ApprovedRun approved(DuesRun run) {
        Approval approval = run.approval();
        if (approval == null) {
            throw new IllegalArgumentException("A draft: " + run);
        }
        return new DuesYearPage.ApprovedRun(
                run.number(),
                run.isAdjustment() ? "Rettifica " + (run.number() - 1) : "Dovuto dell'anno",
                approval.act(),
                approval.chapter(),
                run.amount().inItalian(),
                run.lines(),
                Italian.moment(run.approvedAt()) + " da " + run.approvedBy(),
                run.gaps());
    }

    private DuesYearPage.Collection collection(int year, List<DuesRun> approved) {
        Set<Integer> fiscalYears = new HashSet<>();
        for (DuesRun run : approved) {
            Approval approval = run.approval();
            if (approval != null) {
                fiscalYears.add(approval.fiscalYear());
            }
        }
        List<Accertamento> assessed = new ArrayList<>();
        for (int fiscalYear : fiscalYears) {
            treasury.ofFiscalYear(fiscalYear).stream()
                    .filter(one -> one.source().startsWith("dues/" + year + "/"))
                    .forEach(assessed::add);
        }
        return new DuesYearPage.Collection(
                Euro.sum(approved.stream().map(DuesRun::amount).toList()).inItalian(),
                Euro.sum(assessed.stream().map(Accertamento::owed).toList()).inItalian(),
                Euro.sum(assessed.stream().map(Accertamento::collected).toList())
                        .inItalian(),
                Euro.sum(assessed.stream().map(Accertamento::residual).toList()).inItalian(),
                credits.ofYear(year).inItalian(),
                (int) reminders.late().stream()
                        .filter(one -> one.request().duesYear() == year)
                        .count());
    }

    private static String amount(@Nullable Euro amount) {
        return amount == null ? "" : amount.inItalian();
    }
}
