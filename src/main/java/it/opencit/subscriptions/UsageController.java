// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.agreements.PayerShare;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much a body has, how much it consumed, and who pays. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class UsageController {

    private static final String ONE = SubscriptionAddresses.STAFF + "/{id}";

    private final Templates templates;
    private final SubscriptionForms forms;
    private final Requests requests;
    private final Usage usage;
    private final Consumption consumption;
    private final Clock clock;

    UsageController(
            Templates templates,
            SubscriptionForms forms,
            Requests requests,
            Usage usage,
            Consumption consumption,
            Clock clock) {
        this.templates = templates;
        this.forms = forms;
        this.requests = requests;
        this.usage = usage;
        this.consumption = consumption;
        this.clock = clock;
    }

    @GetMapping(ONE + "/quantita")
    JteModel quantityForm(@PathVariable SubscriptionId id) {
        return templates.subscriptionsForm(
                FormInput.empty().with("from", LocalDate.now(clock)), forms.quantity(forms.get(id)));
    }

    @PostMapping(ONE + "/quantita")
    Object addQuantity(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        Subscription subscription = forms.get(id);
        Units typed = units(form, false);
        if (typed != null && form.isValid()) {
            var quantity = new DatedQuantity(
                    typed.key, new Period(typed.from, typed.to), typed.value, form.textOrEmpty("note"));
            try {
                usage.add(id, quantity, form.isChecked("close"));
                flash.addFlashAttribute("notice", "Quantità aggiunta.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.quantity(subscription)));
    }

    @PostMapping(ONE + "/quantita/{quantity}/eliminazione")
    String removeQuantity(@PathVariable SubscriptionId id, @PathVariable long quantity, RedirectAttributes flash) {
        usage.remove(id, quantity);
        flash.addFlashAttribute("notice", "Quantità tolta.");
        return "redirect:" + SubscriptionAddresses.of(id);
    }

    @GetMapping(ONE + "/consumi")
    JteModel consumptionForm(@PathVariable SubscriptionId id) {
        return templates.subscriptionsForm(FormInput.empty(), forms.consumption(forms.get(id)));
    }

    @PostMapping(ONE + "/consumi")
    Object addConsumption(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        Subscription subscription = forms.get(id);
        Units typed = units(form, true);
        if (typed != null && typed.to != null && form.isValid()) {
            try {
                consumption.record(new Consumed(
                        id, typed.key, new Period(typed.from, typed.to), typed.value, form.textOrEmpty("note")));
                flash.addFlashAttribute("notice", "Consumo registrato.");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject(refusal);
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.consumption(subscription)));
    }

    /** The row is told by its key and days, in one field. */
    @PostMapping(ONE + "/consumi/eliminazione")
    String removeConsumption(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        String[] row = form.typed("riga").split(" ", 3);
        if (row.length != 3 || !(row[1] + row[2]).matches("(\\d{4}-\\d\\d-\\d\\d){2}")) {
            throw new Refusal("subscriptions.consumption.row");
        }
        consumption.remove(id, row[0], LocalDate.parse(row[1]), LocalDate.parse(row[2]));
        flash.addFlashAttribute("notice", "Consumo tolto.");
        return "redirect:" + SubscriptionAddresses.of(id);
    }

    @GetMapping(ONE + "/paganti")
    JteModel payersForm(@PathVariable SubscriptionId id) {
        Subscription subscription = forms.get(id);
        int year = LocalDate.now(clock).getYear();
        FormInput form = FormInput.empty().with("fromYear", year);
        int place = 1;
        for (PayerShare share : usage.payersIn(id, year)) {
            form.with("payer" + place, share.payer())
                    .with("share" + place, share.share().value());
            place++;
        }
        return templates.subscriptionsForm(form, forms.payers(subscription));
    }

    @PostMapping(ONE + "/paganti")
    Object setPayers(@PathVariable SubscriptionId id, FormInput form, RedirectAttributes flash) {
        Subscription subscription = forms.get(id);
        Integer year = FormYears.read(form, "fromYear");
        List<PayerShare> shares = shares(form);
        if (year != null && form.isValid()) {
            try {
                requests.setPayers(id, shares, year);
                flash.addFlashAttribute("notice", "Salvato: vale dal " + year + ".");
                return "redirect:" + SubscriptionAddresses.of(id);
            } catch (Refusal refusal) {
                form.reject("payer1", refusal.inItalian());
            }
        }
        return Answer.refused(templates.subscriptionsForm(form, forms.payers(subscription)));
    }

    private static List<PayerShare> shares(FormInput form) {
        List<PayerShare> shares = new ArrayList<>();
        for (int place = 1; place <= SubscriptionForms.PAYERS; place++) {
            Long payer = form.integer("payer" + place);
            BigDecimal share = form.decimal("share" + place);
            if (payer == null) {
                continue;
            }
            if (share == null) {
                form.reject("share" + place, Messages.text("subscriptions.payer.share-missing"));
            } else if (share.signum() <= 0 || share.compareTo(BigDecimal.valueOf(100)) > 0) {
                form.reject("share" + place, Messages.text("subscriptions.payer.share"));
            } else {
                shares.add(new PayerShare(new OrganizationId(payer), new Percentage(share)));
            }
        }
        return shares;
    }

    /** So many units in some days, as typed. */
    private record Units(
            String key,
            BigDecimal value,
            LocalDate from,
            @Nullable LocalDate to) {}

    private static @Nullable Units units(FormInput form, boolean ended) {
        String key = form.required("key", "subscriptions.quantity.which");
        BigDecimal value = form.decimal("value");
        if (value == null) {
            form.reject("value", Messages.text("subscriptions.quantity.value"));
        }
        LocalDate from = form.date("from");
        if (from == null) {
            form.reject("from", Messages.text("subscriptions.quantity.from"));
        }
        LocalDate to = form.date("to");
        if (to == null && ended) {
            form.reject("to", Messages.text("subscriptions.act.last-day"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("to", Messages.text("subscriptions.quantity.ends-before-start"));
        }
        return value == null || from == null || !form.isValid() ? null : new Units(key, value, from, to);
    }
}
