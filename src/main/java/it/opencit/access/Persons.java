// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of persons and their roles. */
@Service
public class Persons {

    private final PersonStore store;
    private final PasswordEncoder passwords;

    Persons(PersonStore store, PasswordEncoder passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** Makes a person, or finds the one who has this user name already. Returns its identifier. */
    @Transactional
    public long enrol(String username, String displayName, String password) {
        String name = username.toLowerCase(Locale.ROOT);
        return store.byUsername(name)
                .map(PersonStore.Person::id)
                .orElseGet(() -> store.insert(name, displayName, String.valueOf(passwords.encode(password))));
    }

    /** Gives a role at the current centre; twice is once. A referente is of one body. */
    @Transactional
    public void grant(long person, Role role, @Nullable Long organization) {
        store.grant(person, role, organization, null);
    }

    /** Makes a person one of a supplier at the current centre; twice is once. */
    @Transactional
    public void grantSupplier(long person, long supplier) {
        store.grant(person, Role.FORNITORE, null, supplier);
    }

    /** Who signs in for a body at the current centre, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> referenti(long organization) {
        return store.referenti(organization);
    }

    /** Who works for the current centre, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> staff() {
        return store.staff();
    }

    /** Who holds a role at the current centre, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> staff(Role role) {
        return store.staff(role);
    }

    /** Where a person is written to; "" when that is not known. */
    @Transactional(readOnly = true)
    public String email(String username) {
        return store.email(username).orElse("");
    }

    /** Who writes from an address: a line for each body, and one for the work at the centre. */
    @Transactional(readOnly = true)
    public List<KnownAddress> writingFrom(String email) {
        return email.isEmpty() ? List.of() : store.byEmail(email.toLowerCase(Locale.ROOT));
    }

    /** Where a person wants to be written to; "" for nowhere. */
    @Transactional
    public void writeTo(long person, String email) {
        store.changeEmail(person, email.toLowerCase(Locale.ROOT));
    }

    /** Whether a person reads one mail a day, instead of one for each piece of news. */
    @Transactional(readOnly = true)
    public boolean daily(String username) {
        return store.daily(username);
    }

    /** Those of some addresses at which whoever reads here reads one mail a day, in small letters. */
    @Transactional(readOnly = true)
    public Set<String> readingDaily(Collection<String> emails) {
        return Set.copyOf(store.dailyAt(
                emails.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList()));
    }

    /** Whether a person is to read one mail a day. */
    @Transactional
    public void readDaily(long person, boolean daily) {
        store.changeDaily(person, daily);
    }

    /** Who acts in this transaction, with the roles held here; empty for the program itself and for who has none. */
    @Transactional(readOnly = true)
    public Optional<SignedIn> acting() {
        Acting acting = Acting.current();
        String actor = acting == null ? null : acting.actor();
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null
                && signedIn.getPrincipal() instanceof SignedIn person
                && person.username().equals(actor)) {
            return Optional.of(person);
        }
        return actor == null ? Optional.empty() : store.byUsername(actor).flatMap(this::at);
    }

    /** The person of a user name with the roles held at the current centre; empty when none is held. */
    @Transactional(readOnly = true)
    Optional<SignedIn> at(PersonStore.Person person) {
        List<PersonStore.Grant> grants = store.grants(person.id());
        if (grants.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = new HashSet<>();
        Set<Long> bodies = new HashSet<>();
        Long supplier = null;
        for (PersonStore.Grant grant : grants) {
            roles.add(grant.role());
            if (grant.organizationId() != null) {
                bodies.add(grant.organizationId());
            }
            if (grant.supplierId() != null) {
                supplier = grant.supplierId();
            }
        }
        return Optional.of(new SignedIn(
                person.id(),
                person.username(),
                person.displayName(),
                Acting.currentCentre(),
                roles,
                bodies.size() == 1 ? bodies.iterator().next() : null,
                supplier,
                bodies,
                ""));
    }

    /**
     * A person at work for one of its bodies, with the roles and bodies that it has now.
     *
     * @param name of the body
     * @throws AccessDeniedException when it is not one of them, or no longer
     */
    @Transactional(readOnly = true)
    SignedIn workingFor(SignedIn person, long organization, String name) {
        return store.byUsername(person.username())
                .filter(known -> !known.disabled())
                .flatMap(this::at)
                .filter(now -> now.bodies().contains(organization))
                .map(now -> now.workingFor(organization, name))
                .orElseThrow(() -> new AccessDeniedException(
                        "Body " + organization + " is not one of those of " + person.username()));
    }
}
