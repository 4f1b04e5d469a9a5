// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.pages.StandingObserversPage;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who always follows the new tickets of a body: its own persons say so in their area, the office does on their behalf. Any
 * person of the body may, since who is named sees nothing more by it.
 */
@Controller
class StandingObserverController {

    static final String IN_AREA = Addresses.AREA + "/chi-segue";

    private static final String OF_A_BODY = Addresses.BOARD + "/enti/{body:\\d+}/chi-segue";

    private final Templates templates;
    private final StandingObservers standing;
    private final Observers observers;
    private final Organizations organizations;
    private final Rulebooks rulebooks;

    StandingObserverController(
            Templates templates,
            StandingObservers standing,
            Observers observers,
            Organizations organizations,
            Rulebooks rulebooks) {
        this.templates = templates;
        this.standing = standing;
        this.observers = observers;
        this.organizations = organizations;
        this.rulebooks = rulebooks;
    }

    static String of(OrganizationId body) {
        return Addresses.BOARD + "/enti/" + body + "/chi-segue";
    }

    @GetMapping(IN_AREA)
    @AllowedTo(Role.REFERENTE)
    JteModel own(SignedIn person) {
        return page(OwnBody.of(person), IN_AREA, FormInput.empty());
    }

    @PostMapping(IN_AREA)
    @AllowedTo(Role.REFERENTE)
    Object addOwn(FormInput form, SignedIn person, RedirectAttributes flash) {
        return add(OwnBody.of(person), IN_AREA, form, person, flash);
    }

    @PostMapping(IN_AREA + "/{id:\\d+}/fine")
    @AllowedTo(Role.REFERENTE)
    String removeOwn(@PathVariable long id, SignedIn person, RedirectAttributes flash) {
        return remove(OwnBody.of(person), id, IN_AREA, flash);
    }

    @GetMapping(OF_A_BODY)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel ofBody(@PathVariable OrganizationId body) {
        return page(body, of(body), FormInput.empty());
    }

    @PostMapping(OF_A_BODY)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    Object addOfBody(@PathVariable OrganizationId body, FormInput form, SignedIn person, RedirectAttributes flash) {
        organizations.get(body);
        return add(body, of(body), form, person, flash);
    }

    @PostMapping(OF_A_BODY + "/{id:\\d+}/fine")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    String removeOfBody(@PathVariable OrganizationId body, @PathVariable long id, RedirectAttributes flash) {
        return remove(body, id, of(body), flash);
    }

    private Object add(OrganizationId body, String address, FormInput form, SignedIn person, RedirectAttributes flash) {
        try {
            standing.add(body, form.typed("who"), form.all("categories"), Author.of(person));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(page(body, address, form));
        }
        flash.addFlashAttribute("notice", "Salvato: riceve le risposte ai ticket che si aprono da ora.");
        return "redirect:" + address;
    }

    private String remove(OrganizationId body, long id, String address, RedirectAttributes flash) {
        standing.remove(body, id);
        flash.addFlashAttribute("notice", "Salvato: non segue più i ticket dell'ente.");
        return "redirect:" + address;
    }

    private JteModel page(OrganizationId body, String address, FormInput form) {
        Rulebook rules = rulebooks.current();
        boolean area = address.equals(IN_AREA);
        return templates.ticketsStandingObservers(new StandingObserversPage(
                form,
                organizations.get(body).fullName(),
                address,
                area ? Addresses.AREA : Addresses.BOARD,
                Stream.concat(Stream.of(new Option("", "Scegli…")), observers.form(body, form, "").people().stream())
                        .toList(),
                rules.offered().stream()
                        .map(one -> new Option(one.code(), rules.title(one)))
                        .toList(),
                lines(body, address, rules)));
    }

    private List<StandingObserversPage.Line> lines(OrganizationId body, String address, Rulebook rules) {
        return standing.of(body).stream()
                .map(one -> new StandingObserversPage.Line(
                        one.observer().name(),
                        one.categories().isEmpty()
                                ? "tutte le categorie"
                                : one.categories().stream()
                                        .map(category -> rules.title(rules.category(category)))
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                        Italian.date(LocalDate.ofInstant(one.since(), Italian.ROME)),
                        one.namedBy(),
                        address + "/" + one.id() + "/fine"))
                .toList();
    }
}
