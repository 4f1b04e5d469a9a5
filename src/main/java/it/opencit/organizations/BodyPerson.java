// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Period;

/**
 * A person of a body, in one role, for a term.
 *
 * @param email "" when it is not known
 * @param phone "" when it is not known
 * @param office where it works in the body, with single spaces; "" when it is not known. In another body the same name is
 *     another office
 * @param term first and last day in the role; the last is {@code null} while it goes on
 */
public record BodyPerson(PersonRole role, String name, String email, String phone, String office, Period term) {

    public BodyPerson {
        office = office.strip().replaceAll("\\s+", " ");
    }

    /** A person whose office is not known. */
    public BodyPerson(PersonRole role, String name, String email, String phone, Period term) {
        this(role, name, email, phone, "", term);
    }
}
