// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.access.SignedIn;
import it.opencit.organizations.Organization;
import it.opencit.shared.Euro;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Step;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quotas of a year for programs. A body's person gets its own alone. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class DuesApi {

    private static final int MOST = 1000;

    private final MembershipDues dues;

    DuesApi(MembershipDues dues) {
        this.dues = dues;
    }

    /** Amounts are decimal strings; {@code next} is the cursor of the following page. */
    record Page(List<Item> items, Euro total, @Nullable String next) {}

    record Item(
            Body organization,
            String agreement,
            @Nullable String tariff,
            @Nullable Euro amount,
            @Nullable Euro net,
            @Nullable Euro vat,
            @Nullable String refusal,
            List<FigureItem> figures,
            List<PayerItem> payers,
            List<StepItem> explanation,
            List<String> warnings) {}

    record Body(
            String id, String name, String kind, @Nullable String istatCode) {}

    record FigureItem(
            String kind,
            String value,
            @Nullable LocalDate date,
            @Nullable String source,
            @Nullable String mark) {}

    record PayerItem(Body organization, Euro amount) {}

    record StepItem(String text, String amount, int depth) {}

    @GetMapping("/api/v1/dues/{year}")
    Page ofYear(
            @PathVariable String year,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(defaultValue = "0") int after,
            SignedIn person) {
        DuesOfYear found = dues.explained(Years.read(year));
        List<MembershipDue> visible = person.isStaff()
                ? found.dues()
                : found.dues().stream()
                        .filter(due ->
                                person.bodies().contains(due.beneficiary().id().value()))
                        .toList();
        int from = Math.clamp(after, 0, visible.size());
        int to = Math.min(visible.size(), from + Math.clamp(limit, 1, MOST));
        return new Page(
                visible.subList(from, to).stream().map(DuesApi::item).toList(),
                new DuesOfYear(found.year(), visible).total(),
                to < visible.size() ? Integer.toString(to) : null);
    }

    private static Item item(MembershipDue due) {
        Outcome.Computed computed = due.outcome() instanceof Outcome.Computed known ? known : null;
        return new Item(
                body(due.beneficiary()),
                due.scheme(),
                due.tariff() == null ? null : due.tariff().code(),
                due.amount(),
                computed == null ? null : computed.net(),
                computed == null ? null : computed.vat(),
                computed == null ? due.refusal() : null,
                due.figures().stream()
                        .map(figure -> new FigureItem(
                                figure.kind(),
                                figure.value().toPlainString(),
                                figure.date(),
                                figure.source(),
                                figure.mark()))
                        .toList(),
                due.payers().stream()
                        .map(payer -> new PayerItem(
                                new Body(
                                        payer.organization().toString(),
                                        payer.name(),
                                        payer.kind().name(),
                                        null),
                                payer.amount()))
                        .toList(),
                computed == null
                        ? List.of()
                        : computed.steps().stream().map(DuesApi::step).toList(),
                due.warnings());
    }

    private static StepItem step(Step step) {
        return new StepItem(step.text(), plain(step.amount()), step.depth());
    }

    /** At least two decimals, more where a partial result is not yet rounded. */
    private static String plain(java.math.BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2).toPlainString() : stripped.toPlainString();
    }

    private static Body body(Organization body) {
        var istat = body.details().istatCode();
        return new Body(body.id().toString(), body.name(), body.kind().name(), istat == null ? null : istat.toString());
    }
}
