// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Downloads;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.Webhook.DeliveryState;
import it.opencit.tickets.Webhook.Event;
import it.opencit.tickets.pages.WebhookPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator says which programs are told what happens to tickets, and sees what they were told. */
@Controller
@AllowedTo(Role.COORDINATORE)
class WebhookController {

    static final String WEBHOOKS = Addresses.SETTINGS + "/programmi";
    private static final String ONE = WEBHOOKS + "/{id:\\d+}";
    private static final int SHORTEST_SECRET = 16;
    private static final int SHOWN = 100;

    private final Templates templates;
    private final WebhookStore store;
    private final Destinations destinations;
    private final Exports exports;
    private final Clock clock;

    WebhookController(
            Templates templates, WebhookStore store, Destinations destinations, Exports exports, Clock clock) {
        this.exports = exports;
        this.templates = templates;
        this.store = store;
        this.destinations = destinations;
        this.clock = clock;
    }

    @GetMapping(WEBHOOKS)
    JteModel list() {
        return templates.ticketsWebhooks(store.all().stream()
                .map(one -> new Option(WEBHOOKS + "/" + one.id(), one.title() + (one.active() ? "" : " (spento)")))
                .toList());
    }

    @GetMapping(WEBHOOKS + "/nuovo")
    JteModel fresh() {
        FormInput form = FormInput.empty().with("active", "si");
        Arrays.stream(Event.values()).forEach(event -> form.with(event.name(), "si"));
        return page(form, null);
    }

    @PostMapping(WEBHOOKS + "/nuovo")
    Object add(FormInput form, RedirectAttributes flash) {
        Webhook webhook = read(form, null);
        if (webhook == null) {
            return Answer.refused(page(form, null));
        }
        long id = store.add(webhook, form.textOrEmpty("secret"));
        flash.addFlashAttribute("notice", "Programma salvato: da adesso gli si racconta che cosa succede.");
        return "redirect:" + WEBHOOKS + "/" + id;
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable long id) {
        Webhook webhook = get(id);
        FormInput form = FormInput.empty()
                .with("title", webhook.title())
                .with("address", webhook.address())
                .with("active", webhook.active() ? "si" : null);
        webhook.events().forEach(event -> form.with(event.name(), "si"));
        return page(form, webhook);
    }

    @PostMapping(ONE)
    Object change(@PathVariable long id, FormInput form, RedirectAttributes flash) {
        Webhook before = get(id);
        Webhook webhook = read(form, before);
        if (webhook == null) {
            return Answer.refused(page(form, before));
        }
        store.change(webhook, form.textOrEmpty("secret"));
        flash.addFlashAttribute("notice", "Programma salvato.");
        return "redirect:" + WEBHOOKS + "/" + id;
    }

    @PostMapping(ONE + "/eliminazione")
    String remove(@PathVariable long id, RedirectAttributes flash) {
        store.remove(get(id).id());
        flash.addFlashAttribute("notice", "Programma eliminato: non gli si racconta più niente.");
        return "redirect:" + WEBHOOKS;
    }

    /** The whole log, of which the page shows the end. */
    @GetMapping(ONE + "/" + DeliveryList.NAME + ".{format}")
    void export(
            @PathVariable long id, @PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(DeliveryList.listing(get(id).id()), request, format, response);
    }

    @PostMapping(ONE + "/invii/{delivery:\\d+}")
    String again(@PathVariable long id, @PathVariable long delivery, RedirectAttributes flash) {
        if (!store.again(get(id).id(), delivery, clock.instant())) {
            throw new NotFound("Delivery " + delivery + " of webhook " + id);
        }
        flash.addFlashAttribute("notice", "Parte di nuovo entro un minuto.");
        return "redirect:" + WEBHOOKS + "/" + id;
    }

    private @Nullable Webhook read(FormInput form, @Nullable Webhook before) {
        String title = form.required("title", "tickets.webhook.title");
        String address = form.textOrEmpty("address");
        try {
            destinations.check(address);
        } catch (Refusal refusal) {
            form.reject(refusal);
        }
        String secret = form.textOrEmpty("secret");
        if (secret.length() < SHORTEST_SECRET && (before == null || !secret.isEmpty())) {
            form.reject("secret", Messages.text("tickets.webhook.secret", SHORTEST_SECRET));
        }
        Set<Event> events = EnumSet.noneOf(Event.class);
        Arrays.stream(Event.values())
                .filter(event -> form.isChecked(event.name()))
                .forEach(events::add);
        if (events.isEmpty()) {
            form.reject(Event.OPENED.name(), Messages.text("tickets.webhook.events"));
        }
        return form.isValid()
                ? new Webhook(before == null ? 0 : before.id(), title, address, events, form.isChecked("active"))
                : null;
    }

    private Webhook get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("Webhook " + id));
    }

    private JteModel page(FormInput form, @Nullable Webhook before) {
        String address = before == null ? WEBHOOKS + "/nuovo" : WEBHOOKS + "/" + before.id();
        List<WebhookPage.Sent> log = before == null
                ? List.of()
                : store.log(before.id(), SHOWN).stream()
                        .map(one -> new WebhookPage.Sent(
                                Italian.moment(one.at()),
                                one.ticket().toString(),
                                Addresses.of(one.ticket()),
                                one.event(),
                                one.state().label(),
                                one.state() == DeliveryState.FAILED,
                                one.attempts(),
                                one.answer() + (one.delivered() == null ? "" : ", " + Italian.moment(one.delivered())),
                                address + "/invii/" + one.id()))
                        .toList();
        return templates.ticketsWebhook(new WebhookPage(
                address,
                before == null ? "Nuovo programma" : before.title(),
                form,
                Arrays.stream(Event.values())
                        .map(event -> new Option(event.name(), event.label()))
                        .toList(),
                before == null,
                log,
                new Downloads(address + "/" + DeliveryList.NAME, "")));
    }
}
