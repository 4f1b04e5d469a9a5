// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.Messages;
import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the acts of an accession from what was typed; the same names serve the pages and the API. */
final class ActForm {

    private ActForm() {}

    /** The act, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable AccessionAct read(AccessionActKind kind, FormInput form) {
        return switch (kind) {
            case APPROVAL -> approval(form);
            case SIGNATURE -> signature(form);
            case COUNTERSIGNATURE -> countersignature(form);
            case WITHDRAWAL -> withdrawal(form);
            case RENEWAL -> new AccessionAct.Renew();
            case ANNULMENT -> {
                String reason = form.required("reason", "agreements.annulment.reason");
                yield complete(form, () -> new AccessionAct.Annul(reason));
            }
        };
    }

    private static @Nullable AccessionAct approval(FormInput form) {
        ApprovingBody organ = form.choice("approvedBy", ApprovingBody.class);
        if (organ == null) {
            form.reject("approvedBy", Messages.text("agreements.delibera.organ"));
        }
        String number = form.required("number", "agreements.delibera.number");
        LocalDate date = date(form, "date", "agreements.delibera.date");
        LocalDate published = form.date("published");
        boolean immediate =
                form.isChecked("immediate") && !form.typed("immediate").equals("false");
        if (organ == null || date == null) {
            return null;
        }
        return complete(form, () -> new AccessionAct.Approve(new Delibera(organ, number, date, published, immediate)));
    }

    private static @Nullable AccessionAct signature(FormInput form) {
        String signatory = form.required("signatory", "agreements.signature.signatory");
        String office = form.required("office", "agreements.signature.office");
        LocalDate date = date(form, "date", "agreements.signature.date");
        if (date == null) {
            return null;
        }
        return complete(form, () -> new AccessionAct.Sign(new Signature(signatory, office, date)));
    }

    private static @Nullable AccessionAct countersignature(FormInput form) {
        LocalDate date = date(form, "date", "agreements.countersignature.date");
        ProtocolNumber protocol = protocol(form);
        LocalDate protocolDate = date(form, "protocolDate", "agreements.countersignature.protocol-date");
        LocalDate from = date(form, "from", "agreements.countersignature.from");
        LocalDate to = date(form, "to", "agreements.countersignature.to");
        if (date == null || protocol == null || protocolDate == null || from == null || to == null) {
            return null;
        }
        return complete(
                form, () -> new AccessionAct.Countersign(new Countersignature(date, protocol, protocolDate, from, to)));
    }

    private static @Nullable AccessionAct withdrawal(FormInput form) {
        LocalDate lastDay = date(form, "lastDay", "agreements.withdrawal.last-day");
        String reason = form.required("reason", "agreements.withdrawal.reason");
        String act = form.text("act");
        if (lastDay == null) {
            return null;
        }
        return complete(form, () -> new AccessionAct.Withdraw(new Withdrawal(lastDay, reason, act)));
    }

    private static @Nullable ProtocolNumber protocol(FormInput form) {
        String written = form.required("protocol", "agreements.countersignature.protocol");
        if (written.isEmpty()) {
            return null;
        }
        try {
            return ProtocolNumber.of(written);
        } catch (Refusal refusal) {
            form.reject("protocol", refusal.inItalian());
            return null;
        }
    }

    private static @Nullable LocalDate date(FormInput form, String field, String key) {
        LocalDate date = form.date(field);
        if (date == null) {
            form.reject(field, Messages.text(key));
        }
        return date;
    }

    private static @Nullable AccessionAct complete(FormInput form, Supplier<AccessionAct> act) {
        if (!form.isValid()) {
            return null;
        }
        try {
            return act.get();
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }
}
