// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the bodies of the current centre. */
@Service
public class Organizations {

    private final OrganizationStore store;
    private final BodyNames names;
    private final FigureStore figures;
    private final FigureKinds kinds;
    private final MembershipStore memberships;
    private final BodyPersonStore persons;
    private final Imports imports;
    private final Clock clock;

    Organizations(
            OrganizationStore store,
            BodyNames names,
            FigureStore figures,
            FigureKinds kinds,
            MembershipStore memberships,
            BodyPersonStore persons,
            Imports imports,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.figures = figures;
        this.kinds = kinds;
        this.memberships = memberships;
        this.persons = persons;
        this.imports = imports;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Organization> find(OrganizationId id) {
        return store.find(id);
    }

    /** @throws NotFound when the centre has no such body */
    @Transactional(readOnly = true)
    public Organization get(OrganizationId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Body " + id));
    }

    /** All bodies, by name. */
    @Transactional(readOnly = true)
    public List<Organization> all() {
        return store.all();
    }

    /** The full names of at least these bodies, as far as they exist: mostly without asking the database. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, String> names(Collection<OrganizationId> ids) {
        return names.with(ids);
    }

    /** Those of the bodies that exist, by name, in one query. */
    @Transactional(readOnly = true)
    public List<Organization> all(Collection<OrganizationId> ids) {
        return store.find(ids);
    }

    /**
     * Bodies whose name, codes or seat hold every word, whatever accents and case, by name.
     *
     * @param kind only of this kind; {@code null} for any
     * @param after the last one of the page before; {@code null} for the first page
     */
    @Transactional(readOnly = true)
    public List<Organization> search(
            String words, @Nullable OrganizationKind kind, @Nullable OrganizationId after, int limit) {
        return store.search(words, kind, after, limit);
    }

    /** The current figures of every body, in one query: for a tariff run. */
    @Transactional(readOnly = true)
    public FigureBook figures() {
        return new FigureBook(figures.all());
    }

    /** The current figures of some bodies, in one query. */
    @Transactional(readOnly = true)
    public FigureBook figures(Collection<OrganizationId> ids) {
        return new FigureBook(figures.of(ids));
    }

    /** The kinds of figures of the centre: the three standard ones, then its own. */
    @Transactional(readOnly = true)
    public List<FigureKind> figureKinds() {
        return kinds.all();
    }

    /** Who is, was or will be part of which Unione, Comunità montana or consortium. */
    @Transactional(readOnly = true)
    public List<Membership> memberships() {
        return memberships.all();
    }

    /** The memberships of one body, as a member and as an aggregation. */
    @Transactional(readOnly = true)
    public List<Membership> memberships(OrganizationId organization) {
        return memberships.of(organization);
    }

    /** @throws Refusal when one of its codes is of another body */
    @Transactional
    public OrganizationId add(OrganizationDetails details) {
        refuseTakenCodes(details, null);
        return store.insert(details);
    }

    /**
     * Writes what was edited.
     *
     * @param version that was read before editing
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote meanwhile
     * @throws Refusal when one of its codes is of another body
     */
    @Transactional
    public void change(OrganizationId id, OrganizationDetails details, int version) {
        get(id);
        refuseTakenCodes(details, id);
        store.update(id, details, version);
        names.forget();
    }

    /**
     * Records a figure. Another value of the same kind and day is kept in the history as superseded, never overwritten.
     *
     * @return whether anything changed
     * @throws Refusal when the kind is not known or the day is yet to come
     */
    @Transactional
    public boolean record(OrganizationId id, Figure figure) {
        get(id);
        kinds.ensure(figure.kind());
        if (figure.date().isAfter(LocalDate.now(clock))) {
            throw Refusal.inField("date", "organizations.figure.future");
        }
        if (figure.value().signum() < 0) {
            throw Refusal.inField("value", "organizations.figure.negative");
        }
        if (figures.current(id, figure.kind(), figure.date())
                .filter(figure::equals)
                .isPresent()) {
            return false;
        }
        figures.supersede(id, figure.kind(), figure.date(), clock.instant());
        figures.insert(id, figure, clock.instant());
        return true;
    }

    /** Records figures of many bodies at once, as {@link #record} does one by one. */
    @Transactional
    public void record(Map<OrganizationId, List<Figure>> many) {
        many.values().stream()
                .flatMap(List::stream)
                .map(Figure::kind)
                .distinct()
                .forEach(kinds::ensure);
        figures.putAll(many, clock.instant());
    }

    /** Adds a person to a body. */
    @Transactional
    public void add(OrganizationId id, BodyPerson person) {
        get(id);
        persons.insert(id, person);
    }

    /** The people of some bodies, also those whose term ended, in one query: those in office first. */
    @Transactional(readOnly = true)
    public List<KnownPerson> persons(Collection<OrganizationId> bodies) {
        return persons.of(bodies);
    }

    /** The bodies for which somebody writes from an e-mail address on a day, whatever its case. */
    @Transactional(readOnly = true)
    public List<Correspondent> correspondents(String address, LocalDate day) {
        return address.isEmpty() ? List.of() : persons.correspondents(address.toLowerCase(Locale.ROOT), day);
    }

    /** The people of a body, in every role and term, the latest term first. */
    @Transactional(readOnly = true)
    public List<BodyPerson> people(OrganizationId id) {
        return persons.of(id).stream()
                .map(BodyPersonStore.Stored::person)
                .sorted(Comparator.comparing(
                                (BodyPerson person) -> person.term().from())
                        .reversed())
                .toList();
    }

    @Transactional(readOnly = true)
    BodyPersonStore.Stored person(OrganizationId id, long person) {
        return persons.find(id, person).orElseThrow(() -> new NotFound("Person " + person + " of body " + id));
    }

    /**
     * Writes what was edited of a person of a body.
     *
     * @param version that was read before editing
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else wrote meanwhile
     */
    @Transactional
    public void change(OrganizationId id, long person, BodyPerson typed, int version) {
        person(id, person);
        persons.update(id, person, typed, version);
    }

    /** @throws Refusal when the centre has a kind of that code already */
    @Transactional
    void add(FigureKind kind) {
        kinds.add(kind);
    }

    /**
     * Makes a body part of a Unione, Comunità montana or consortium.
     *
     * @throws Refusal when it is part of it already in that period, or is a Comune of another Unione (art. 32 c. 2 TUEL)
     */
    @Transactional
    public void join(OrganizationId aggregation, OrganizationId member, Period period) {
        MembershipRule.check(get(aggregation), get(member), period, memberships.of(member));
        memberships.insert(aggregation, member, period);
    }

    @Transactional(readOnly = true)
    Membership membership(OrganizationId id, long membership) {
        return memberships.of(id).stream()
                .filter(one -> one.id() == membership)
                .findFirst()
                .orElseThrow(() -> new NotFound("Membership " + membership + " of body " + id));
    }

    /** @throws Refusal when it ended already, or began after that day */
    @Transactional
    void leave(OrganizationId id, long membership, LocalDate lastDay) {
        membership(id, membership);
        if (!memberships.end(membership, lastDay)) {
            throw Refusal.inField("to", "organizations.membership.cannot-end");
        }
    }

    /**
     * Imports one of the national files shipped with the program, without a preview: for a centre that begins.
     *
     * @param provinces abbreviations of those wanted; empty for all Italy
     */
    @Transactional
    public void importShipped(ImportSource source, Set<String> provinces) {
        long id = imports.choose(source, provinces);
        imports.apply(id, imports.preview(id).plan().digest());
    }

    private void refuseTakenCodes(OrganizationDetails details, @Nullable OrganizationId except) {
        for (Organization other : store.sharingCodes(details, except)) {
            OrganizationDetails taken = other.details();
            if (details.cadastralCode() != null && details.cadastralCode().equals(taken.cadastralCode())) {
                throw Refusal.inField(
                        "cadastralCode", "organizations.code-taken", details.cadastralCode(), other.fullName());
            }
            if (details.ipaCode() != null && details.ipaCode().equals(taken.ipaCode())) {
                throw Refusal.inField("ipaCode", "organizations.code-taken", details.ipaCode(), other.fullName());
            }
            if (details.taxCode() != null) {
                throw Refusal.inField("taxCode", "organizations.code-taken", details.taxCode(), other.fullName());
            }
        }
    }
}
