// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.Persons;
import it.opencit.access.StaffMember;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.access.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who at the centre is written to about a ticket: the person who has it, those of its group, or who the centre chose for
 * tickets that nobody has. Only who works at the centre now and said where it reads.
 */
@Component
class OfficeReaders {

    private final Persons persons;
    private final StaffGroups groups;
    private final WatchStore settings;

    OfficeReaders(Persons persons, StaffGroups groups, WatchStore settings) {
        this.persons = persons;
        this.groups = groups;
        this.settings = settings;
    }

    /** Who receives a mail: persons are told apart by the address at which they read. */
    record Reader(String username, String address) {}

    /**
     * Those of a ticket, each once.
     *
     * @param assignee who has it; {@code null} for nobody. A supplier's people are not of the office: none
     */
    List<Reader> of(@Nullable Assignee assignee) {
        if (assignee == null) {
            return first();
        }
        return switch (assignee.kind()) {
            case PERSON -> person(assignee.code());
            case GROUP -> {
                Long group = assignee.group();
                yield group == null ? List.of() : members(group);
            }
            case SUPPLIER -> List.of();
        };
    }

    /** A person, unless it left the office, or nobody knows where it reads. */
    List<Reader> person(String username) {
        return distinct(persons.staff().stream()
                .filter(one -> one.username().equals(username))
                .map(OfficeReaders::reader));
    }

    private List<Reader> first() {
        FirstReaders chosen = settings.firstReaders();
        Long group = chosen.group();
        return switch (chosen.kind()) {
            case WORKERS ->
                distinct(
                        Stream.concat(persons.staff(Role.COORDINATORE).stream(), persons.staff(Role.OPERATORE).stream())
                                .map(OfficeReaders::reader));
            case GROUP -> group == null ? List.of() : members(group);
            case NOBODY -> List.of();
        };
    }

    private List<Reader> members(long group) {
        List<String> members = groups.get(group).members();
        return distinct(persons.staff().stream()
                .filter(one -> members.contains(one.username()))
                .map(OfficeReaders::reader));
    }

    private static Reader reader(StaffMember one) {
        return new Reader(one.username(), one.email());
    }

    private static List<Reader> distinct(Stream<Reader> readers) {
        Map<String, Reader> byAddress = new LinkedHashMap<>();
        readers.filter(one -> EmailAddress.isOne(one.address()))
                .forEach(one -> byAddress.putIfAbsent(TicketMails.address(one.address()), one));
        return List.copyOf(byAddress.values());
    }
}
