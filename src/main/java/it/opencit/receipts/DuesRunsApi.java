// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dues runs and statements for other programs. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class DuesRunsApi {

    private final DuesRuns runs;
    private final Statements statements;

    DuesRunsApi(DuesRuns runs, Statements statements) {
        this.runs = runs;
        this.statements = statements;
    }

    record Page(List<Run> items, @Nullable String next) {}

    record Totals(Euro net, Euro vat, Euro amount) {}

    record ActItem(String kind, String number, LocalDate date) {}

    record ApprovalItem(
            ActItem act,
            String chapter,
            int fiscalYear,
            @Nullable Long firstAccertamento) {}

    record GapItem(OrganizationId organization, String title, String reason) {}

    record Run(
            DuesRunId id,
            int year,
            int number,
            String state,
            String digest,
            int lines,
            Totals totals,
            Instant computedAt,
            @Nullable ApprovalItem approval,
            List<DuesChange> changes,
            List<GapItem> gaps) {}

    /** The runs of a year, the draft last. */
    @GetMapping("/dues/{year}/runs")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    Page runs(@PathVariable String year) {
        return new Page(runs.of(Years.read(year)).stream().map(this::item).toList(), null);
    }

    /** Computes the draft; twice is once. */
    @PostMapping("/dues/{year}/runs")
    Run compute(@PathVariable String year) {
        return item(runs.compute(Years.read(year)));
    }

    record Asked(
            @Nullable String digest,
            @Nullable ActAsked act,
            @Nullable String chapter,
            @Nullable Integer fiscalYear,
            @Nullable Long firstAccertamento,
            @Nullable Boolean leaveOut) {}

    record ActAsked(
            @Nullable String kind,
            @Nullable String number,
            @Nullable LocalDate date) {}

    /** Approves the draft of that digest; 409 when it is no longer so. */
    @PostMapping("/dues/{year}/approval")
    Run approve(@PathVariable String year, @RequestBody Asked asked) {
        ActAsked act = asked.act();
        Integer fiscalYear = asked.fiscalYear();
        LocalDate date = act == null ? null : act.date();
        if (date == null) {
            throw Refusal.inField("act.date", "receipts.approval.date");
        }
        if (fiscalYear == null || fiscalYear < 2000 || fiscalYear > 2100) {
            throw Refusal.inField("fiscalYear", "receipts.approval.fiscal-year");
        }
        Long first = asked.firstAccertamento();
        if (first != null && first < 1) {
            throw Refusal.inField("firstAccertamento", "receipts.approval.first");
        }
        var approval = new Approval(
                required(act == null ? null : act.kind(), "act.kind", "receipts.approval.kind"),
                required(act == null ? null : act.number(), "act.number", "receipts.approval.number"),
                date,
                required(asked.chapter(), "chapter", "receipts.approval.chapter"),
                fiscalYear,
                first,
                Boolean.TRUE.equals(asked.leaveOut()));
        return item(runs.approve(
                Years.read(year), required(asked.digest(), "digest", "receipts.approval.digest"), approval));
    }

    @ExceptionHandler
    ProblemDetail stale(StaleDraft stale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, Messages.text("receipts.approval.stale"));
        problem.setProperty("code", "receipts.approval.stale");
        return problem;
    }

    record StatementItem(
            OrganizationId organization,
            Euro due,
            Euro assessed,
            Euro collected,
            Euro residual,
            Euro credit,
            List<Statement.Year> years,
            List<Statement.Line> lines) {}

    /** The accounts of a body; a body's person gets those of its own alone. */
    @GetMapping("/organizations/{id}/statement")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
    StatementItem statement(
            @PathVariable OrganizationId id, @RequestParam(required = false) @Nullable String year, SignedIn person) {
        if (!person.isStaff() && !AreaController.ownBody(person).equals(id)) {
            throw new NotFound("Statement of body " + id);
        }
        Statement found = statements.of(id, year == null ? null : Years.read(year));
        return new StatementItem(
                id,
                found.due(),
                found.assessed(),
                found.collected(),
                found.residual(),
                found.credit(),
                found.years(),
                found.lines());
    }

    private Run item(DuesRun run) {
        Approval approval = run.approval();
        return new Run(
                run.id(),
                run.year(),
                run.number(),
                run.isDraft() ? "DRAFT" : "APPROVED",
                run.digest(),
                run.lines(),
                new Totals(run.net(), run.vat(), run.amount()),
                run.computedAt(),
                approval == null
                        ? null
                        : new ApprovalItem(
                                new ActItem(approval.actKind(), approval.actNumber(), approval.actDate()),
                                approval.chapter(),
                                approval.fiscalYear(),
                                approval.firstAccertamento()),
                run.isDraft() ? runs.changes(run.id()) : List.of(),
                runs.gaps(run.id()).stream()
                        .map(gap -> new GapItem(gap.beneficiary(), gap.title(), gap.reason()))
                        .toList());
    }

    private static String required(@Nullable String text, String field, String key) {
        if (text == null || text.isBlank()) {
            throw Refusal.inField(field, key);
        }
        return text.strip();
    }
}
