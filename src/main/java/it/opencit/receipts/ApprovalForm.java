// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the act that approves a run. */
final class ApprovalForm {

    private static final int LONGEST = 300;

    private ApprovalForm() {}

    /** {@code null} when something is wrong, which the form then says. */
    static @Nullable Approval read(FormInput form) {
        String kind = form.required("actKind", "receipts.approval.kind");
        String number = form.required("actNumber", "receipts.approval.number");
        LocalDate date = form.date("actDate");
        if (date == null) {
            form.reject("actDate", Messages.text("receipts.approval.date"));
        }
        String chapter = form.required("chapter", "receipts.approval.chapter");
        if (chapter.length() > LONGEST) {
            form.reject("chapter", Messages.text("receipts.approval.chapter-long", LONGEST));
        }
        Long fiscalYear = form.integer("fiscalYear");
        if (fiscalYear == null || fiscalYear < 2000 || fiscalYear > 2100) {
            form.reject("fiscalYear", Messages.text("receipts.approval.fiscal-year"));
        }
        Long first = form.integer("firstAccertamento");
        if (first != null && (first < 1 || first > 999_999_999)) {
            form.reject("firstAccertamento", Messages.text("receipts.approval.first"));
        }
        if (date == null || fiscalYear == null || !form.isValid()) {
            return null;
        }
        return new Approval(kind, number, date, chapter, fiscalYear.intValue(), first, form.isChecked("leaveOut"));
    }

    /** A refusal of the treasury in the field of this form where its cause is. */
    static Refusal inItsField(Refusal refusal) {
        return "number".equals(refusal.field())
                ? Refusal.inField("firstAccertamento", "receipts.approval.taken", refusal.inItalian())
                : refusal;
    }
}
