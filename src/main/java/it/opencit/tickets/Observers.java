// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.tickets.pages.SharingForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a body can be made an observer: its own persons, by name, those who sign in and those who only read mail; and whoever
 * holds a role, which is looked up each time.
 */
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

    /** A person of a body, what it is there today, and where it works. */
    private record Known(Observer person, Set<PersonRole> roles, Set<String> offices) {

        boolean worksIn(String office) {
            return offices.stream().anyMatch(one -> key(one).equals(key(office)));
        }

        boolean is(Observer named) {
            if (named.role() != null) {
                return roles.contains(named.role());
            }
            return named.username() == null
                    ? key(named.name()).equals(key(person.name()))
                    : named.username().equals(person.username());
        }
    }

    /**
     * What a person is in its body today.
     *
     * @param offices in lower case
     */
    record Place(Set<PersonRole> roles, Set<String> offices) {

        private static final Place NONE = new Place(Set.of(), Set.of());
    }

    /** The persons of a body, each once. */
    private List<Known> of(OrganizationId body) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> usernames = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> emails = new LinkedHashMap<>();
        Map<String, String> own = new LinkedHashMap<>();
        persons.referenti(body.value()).forEach(one -> {
            usernames.put(key(one.name()), one.username());
            names.put(key(one.name()), one.name());
            own.put(key(one.name()), one.email());
        });
        Map<String, Set<PersonRole>> roles = new LinkedHashMap<>();
        Map<String, Set<String>> offices = new LinkedHashMap<>();
        for (KnownPerson known : organizations.persons(List.of(body))) {
            if (known.person().term().contains(today)) {
                String key = key(known.person().name());
                names.putIfAbsent(key, known.person().name());
                if (EmailAddress.isOne(known.person().email())) {
                    emails.putIfAbsent(key, known.person().email());
                }
                roles.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                        .add(known.person().role());
                if (!known.person().office().isEmpty()) {
                    offices.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                            .add(known.person().office());
                }
            }
        }
        List<Known> all = new ArrayList<>();
        names.forEach((key, name) -> all.add(new Known(
                new Observer(name, emails.getOrDefault(key, own.getOrDefault(key, "")), usernames.get(key)),
                roles.getOrDefault(key, Set.of()),
                offices.getOrDefault(key, Set.of()))));
        return all;
    }

    /** Who holds a role, each under the name of the role; one without address when nobody does. */
    private static List<Observer> holders(List<Known> known, PersonRole role) {
        List<Observer> holders = known.stream()
                .filter(one -> one.roles().contains(role))
                .map(Known::person)
                .map(one -> new Observer(role.label() + " (ora " + one.name() + ")", one.email(), one.username(), role))
                .toList();
        return holders.isEmpty() ? List.of(new Observer(role.label() + " (ora nessuno)", "", null, role)) : holders;
    }

    /** Who sees a ticket, each role being whoever holds it now, an office whoever works there now. */
    public Sharing now(OrganizationId body, Sharing kept) {
        if (kept.office().isEmpty() && kept.observers().stream().allMatch(one -> one.role() == null)) {
            return kept;
        }
        List<Known> known = of(body);
        List<Observer> observers = new ArrayList<>();
        for (Observer one : kept.observers()) {
            PersonRole role = one.role();
            if (role == null) {
                observers.add(one);
            } else {
                observers.addAll(holders(known, role));
            }
        }
        return new Sharing(
                kept.audience(), kept.confidential(), observers, kept.office(), colleagues(known, kept.office()));
    }

    private static Set<String> colleagues(List<Known> known, String office) {
        return office.isEmpty()
                ? Set.of()
                : known.stream()
                        .filter(one -> one.worksIn(office))
                        .flatMap(one -> Stream.ofNullable(one.person().username()))
                        .collect(Collectors.toSet());
    }

    /** What a person who signs in is in its body today. */
    public Place place(OrganizationId body, String username) {
        return of(body).stream()
                .filter(one -> username.equals(one.person().username()))
                .findFirst()
                .map(one -> new Place(
                        one.roles(), one.offices().stream().map(Observers::key).collect(Collectors.toSet())))
                .orElse(Place.NONE);
    }

    /**
     * The office where a person works in its body today: that of its latest role. "" when it is not known.
     *
     * @param username of who signs in; {@code null} for who is known by name only
     */
    public String office(OrganizationId body, @Nullable String username, String name) {
        return of(body).stream()
                .filter(one -> username == null
                        ? key(one.person().name()).equals(key(name))
                        : username.equals(one.person().username()))
                .flatMap(one -> one.offices().stream())
                .findFirst()
                .orElse("");
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ITALIAN);
    }

    /**
     * The form of who sees a ticket.
     *
     * @param office that may see it alone; "" where there is none to choose
     */
    public SharingForm form(OrganizationId body, FormInput form, String office) {
        List<Option> people = new ArrayList<>();
        List<Known> known = of(body);
        for (Known one : known) {
            String roles = one.roles().stream().map(PersonRole::label).collect(Collectors.joining(", "));
            String name = one.person().name();
            people.add(new Option(name, roles.isEmpty() ? name : name + " (" + roles + ")"));
        }
        for (PersonRole role : PersonRole.values()) {
            String holders = holders(known, role).stream().map(Observer::name).collect(Collectors.joining(", "));
            people.add(new Option(Observer.key(role), "Chi ha l'incarico: " + holders));
        }
        return new SharingForm(
                form,
                Arrays.stream(Audience.values())
                        .filter(one -> one != Audience.OFFICE || !office.isEmpty())
                        .map(one ->
                                new Option(one.name(), one == Audience.OFFICE ? Sharing.onlyOf(office) : one.label()))
                        .toList(),
                people,
                office.isEmpty());
    }

    /** A form with what holds now. */
    static FormInput typed(Sharing sharing) {
        return FormInput.of(new LinkedHashMap<>(Map.of(
                        "observers",
                        sharing.observers().stream()
                                .map(Observer::key)
                                .distinct()
                                .toList())))
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
     * Who sees a ticket, by names, user names or roles ({@code ruolo:RTD}).
     *
     * @throws Refusal when a name is not of the body, or the audience does not fit the names
     */
    public Sharing chosen(OrganizationId body, Audience audience, boolean confidential, List<String> names) {
        List<Observer> observers = new ArrayList<>();
        if (!names.isEmpty()) {
            List<Known> known = of(body);
            for (String name : names) {
                List<Observer> found = found(known, name);
                if (found.isEmpty()) {
                    throw Refusal.inField("observers", "tickets.sharing.unknown", name);
                }
                found.stream().filter(one -> !observers.contains(one)).forEach(observers::add);
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

    /** A person of a body by name or user name, or a role ({@code ruolo:RTD}), as the form offers them. */
    public Optional<Observer> find(OrganizationId body, String name) {
        return found(of(body), name).stream().findFirst();
    }

    /** Of some who are named, persons or roles, those who see a ticket without being its observers: each person once. */
    public List<Observer> whoSeesAnyway(OrganizationId body, Sharing sharing, List<Observer> named) {
        return named.isEmpty()
                ? List.of()
                : of(body).stream()
                        .filter(one -> sharing.isOpenTo(one.worksIn(sharing.office())))
                        .filter(one -> named.stream().anyMatch(one::is))
                        .map(Known::person)
                        .toList();
    }

    private static List<Observer> found(List<Known> known, String name) {
        for (PersonRole role : PersonRole.values()) {
            if (Observer.key(role).equals(name)) {
                return holders(known, role);
            }
        }
        return known.stream()
                .map(Known::person)
                .filter(one -> key(one.name()).equals(key(name)) || name.equals(one.username()))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }
}
