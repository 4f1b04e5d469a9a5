// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.notices.Mail;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.pages.SharingForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a body can be made an observer: its own persons, by name, those who sign in and those who only read mail. */
@Service
@Transactional(readOnly = true)
class Observers {

    private final Organizations organizations;
    private final Persons persons;
    private final Clock clock;

    Observers(Organizations organizations, Persons persons, Clock clock) {
        this.organizations = organizations;
        this.persons = persons;
        this.clock = clock;
    }

    /** The persons of a body, each once, with the role that it has there. */
    private Map<Observer, String> of(OrganizationId body) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> usernames = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        persons.referenti(body.value()).forEach(one -> {
            usernames.put(key(one.name()), one.username());
            names.put(key(one.name()), one.name());
        });
        Map<String, String> emails = new LinkedHashMap<>();
        Map<String, String> roles = new LinkedHashMap<>();
        for (KnownPerson known : organizations.persons(List.of(body))) {
            if (known.person().term().contains(today)) {
                String key = key(known.person().name());
                names.putIfAbsent(key, known.person().name());
                if (Mail.isAddress(known.person().email())) {
                    emails.putIfAbsent(key, known.person().email());
                }
                roles.merge(key, known.person().role().label(), (one, other) -> one + ", " + other);
            }
        }
        Map<Observer, String> all = new LinkedHashMap<>();
        names.forEach((key, name) -> all.put(
                new Observer(name, emails.getOrDefault(key, ""), usernames.get(key)), roles.getOrDefault(key, "")));
        return all;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ITALIAN);
    }

    /** The form of who sees a ticket. */
    public SharingForm form(OrganizationId body, FormInput form) {
        List<Option> people = new ArrayList<>();
        of(body).forEach((one, role) ->
                people.add(new Option(one.name(), role.isEmpty() ? one.name() : one.name() + " (" + role + ")")));
        return new SharingForm(
                form,
                Arrays.stream(Audience.values())
                        .map(one -> new Option(one.name(), one.label()))
                        .toList(),
                people);
    }

    /** A form with what holds now. */
    static FormInput typed(Sharing sharing) {
        return FormInput.of(new LinkedHashMap<>(Map.of(
                        "observers",
                        sharing.observers().stream().map(Observer::name).toList())))
                .with("audience", sharing.audience().name())
                .with("confidential", sharing.confidential() ? "si" : null);
    }

    /** What was chosen in the form. */
    public Sharing read(OrganizationId body, FormInput form) {
        return chosen(
                body,
                Objects.requireNonNullElse(form.choice("audience", Audience.class), Audience.BODY),
                form.isChecked("confidential"),
                form.all("observers"));
    }

    /**
     * Who sees a ticket, by names or user names.
     *
     * @throws Refusal when a name is not of the body, or the audience does not fit the names
     */
    public Sharing chosen(OrganizationId body, Audience audience, boolean confidential, List<String> names) {
        List<Observer> observers = new ArrayList<>();
        if (!names.isEmpty()) {
            Map<Observer, String> known = of(body);
            for (String name : names) {
                Observer found = known.keySet().stream()
                        .filter(one -> key(one.name()).equals(key(name)) || name.equals(one.username()))
                        .findFirst()
                        .orElseThrow(() -> Refusal.inField("observers", "tickets.sharing.unknown", name));
                if (!observers.contains(found)) {
                    observers.add(found);
                }
            }
        }
        if (audience == Audience.OWN && !observers.isEmpty()) {
            throw Refusal.inField("audience", "tickets.sharing.own");
        }
        if (audience == Audience.NAMED && observers.isEmpty()) {
            throw Refusal.inField("observers", "tickets.sharing.named");
        }
        return new Sharing(audience, confidential, observers);
    }
}
