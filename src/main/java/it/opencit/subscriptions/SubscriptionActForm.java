// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.SupplierId;
import it.opencit.shared.Messages;
import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the acts of a subscription from what was typed; the same names serve the pages and the API. */
final class SubscriptionActForm {

    private SubscriptionActForm() {}

    /** The act, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable SubscriptionAct read(SubscriptionActKind kind, FormInput form) {
        LocalDate on = form.date("date");
        if (on == null) {
            form.reject("date", Messages.text("subscriptions.act.date"));
        }
        SubscriptionAct act = on == null ? null : read(kind, on, form);
        return form.isValid() ? act : null;
    }

    private static @Nullable SubscriptionAct read(SubscriptionActKind kind, LocalDate on, FormInput form) {
        return switch (kind) {
            case REVIEW -> new SubscriptionAct.Review(on);
            case ASSIGN -> {
                String person = form.required("person", "subscriptions.act.person");
                Long supplier = form.integer("supplier");
                yield new SubscriptionAct.Assign(
                        on, new Assignment(person, supplier == null ? null : new SupplierId(supplier)));
            }
            case ACTIVATE -> new SubscriptionAct.Activate(on);
            case REQUEST_TERMINATION -> {
                LocalDate lastDay = lastDay(form);
                String reason = form.required("reason", "subscriptions.act.reason");
                yield lastDay == null ? null : new SubscriptionAct.RequestTermination(on, lastDay, reason);
            }
            case TERMINATE -> {
                LocalDate lastDay = lastDay(form);
                yield lastDay == null ? null : new SubscriptionAct.Terminate(on, lastDay);
            }
            case RESUME -> new SubscriptionAct.Resume(on, form.required("reason", "subscriptions.act.reason"));
            case REFUSE -> new SubscriptionAct.Refuse(on, form.required("reason", "subscriptions.act.reason"));
            case WITHDRAW -> new SubscriptionAct.Withdraw(on, form.required("reason", "subscriptions.act.reason"));
            case REOPEN -> new SubscriptionAct.Reopen(on, form.required("reason", "subscriptions.act.reason"));
        };
    }

    private static @Nullable LocalDate lastDay(FormInput form) {
        LocalDate lastDay = form.date("lastDay");
        if (lastDay == null) {
            form.reject("lastDay", Messages.text("subscriptions.act.last-day"));
        }
        return lastDay;
    }

    /** Number and date of the register; {@code null} when both are empty, or when something is wrong: the form says what. */
    static @Nullable Protocol protocol(FormInput form) {
        String number = form.text("protocolNumber");
        LocalDate date = form.date("protocolDate");
        if (number == null && date == null) {
            return null;
        }
        if (number == null || date == null) {
            form.reject(
                    number == null ? "protocolNumber" : "protocolDate",
                    Messages.text("subscriptions.protocol.incomplete"));
            return null;
        }
        String register = form.textOrEmpty("protocolRegister");
        try {
            return new Protocol(
                    register.isEmpty() ? Protocol.USUAL_REGISTER : register, ProtocolNumber.of(number), date);
        } catch (Refusal refusal) {
            form.reject("protocolNumber", refusal.inItalian());
            return null;
        }
    }
}
