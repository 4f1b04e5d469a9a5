// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups that tickets are given to, decided by the coordinator. */
@Service
@Transactional
public class StaffGroups {

    private final StaffGroupStore store;
    private final Persons persons;

    StaffGroups(StaffGroupStore store, Persons persons) {
        this.store = store;
        this.persons = persons;
    }

    /** All, by name. */
    @Transactional(readOnly = true)
    public List<StaffGroup> all() {
        return store.all();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public StaffGroup get(long id) {
        return store.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Group " + id));
    }

    /**
     * Keeps a group, or changes it where its number is not 0.
     *
     * @throws Refusal without a name of its own and a member of the staff
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile
     */
    public StaffGroup keep(StaffGroup typed) {
        String name = typed.name().strip();
        if (name.isEmpty()) {
            throw Refusal.inField("name", "tickets.group.name");
        }
        Set<String> staff = persons.staff().stream().map(StaffMember::username).collect(Collectors.toSet());
        List<String> members =
                typed.members().stream().filter(staff::contains).distinct().toList();
        if (members.isEmpty()) {
            throw Refusal.inField("members", "tickets.group.empty");
        }
        boolean taken = store.all().stream()
                .anyMatch(one -> one.id() != typed.id() && one.name().equalsIgnoreCase(name));
        if (taken) {
            throw Refusal.inField("name", "tickets.group.taken", name);
        }
        return store.keep(new StaffGroup(typed.id(), name, members, typed.retired(), typed.version()));
    }
}
