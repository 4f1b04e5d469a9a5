// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.shared.Refusal;
import it.opencit.tickets.pages.AssigneeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom a ticket can be given: a person of the staff, a group with somebody in it, an active supplier. */
@Service
@Transactional(readOnly = true)
class Assignees {

    private final Persons persons;
    private final StaffGroups groups;
    private final SupplierDesks suppliers;

    Assignees(Persons persons, StaffGroups groups, SupplierDesks suppliers) {
        this.persons = persons;
        this.groups = groups;
        this.suppliers = suppliers;
    }

    public List<StaffMember> staff() {
        return persons.staff();
    }

    /** All that are offered, persons first. */
    public List<Assignee> offered() {
        List<Assignee> all = new ArrayList<>();
        persons.staff().forEach(one -> all.add(new Assignee(Assignee.Kind.PERSON, one.username(), one.name())));
        groups.all().stream().filter(one -> !one.retired()).map(Assignee::of).forEach(all::add);
        suppliers.all().stream()
                .filter(SupplierDesk::offered)
                .map(one -> Assignee.of(one.supplier()))
                .forEach(all::add);
        return all;
    }

    /** Those offered, for a form. */
    public List<AssigneeChoice> choices() {
        return choices(offered());
    }

    static List<AssigneeChoice> choices(List<Assignee> all) {
        return all.stream()
                .map(one -> new AssigneeChoice(
                        switch (one.kind()) {
                            case PERSON -> "Persone del centro";
                            case GROUP -> "Gruppi";
                            case SUPPLIER -> "Fornitori";
                        },
                        one.code(),
                        one.name()))
                .toList();
    }

    /**
     * Who was chosen in a form.
     *
     * @throws Refusal when nobody was, or nobody who is offered
     */
    public Assignee chosen(String code) {
        return find("to", code, one -> one.code().equals(code.strip()));
    }

    /**
     * Who a program names: by user name, code or name.
     *
     * @param kind {@code null} for a person
     * @throws Refusal when there is nobody of that kind, or it is no longer offered
     */
    public Assignee named(Assignee.@Nullable Kind kind, String typed) {
        Assignee.Kind wanted = kind == null ? Assignee.Kind.PERSON : kind;
        return find(
                "assignee",
                typed,
                one -> one.kind() == wanted
                        && (one.code().equalsIgnoreCase(typed.strip())
                                || wanted != Assignee.Kind.PERSON && one.name().equalsIgnoreCase(typed.strip())));
    }

    private Assignee find(String field, String typed, Predicate<Assignee> wanted) {
        if (typed.isBlank()) {
            throw Refusal.inField(field, "tickets.assign.required");
        }
        return offered().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> Refusal.inField(field, "tickets.assign.unknown", typed.strip()));
    }
}
