// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;

/**
 * Somebody who wants to come to an event.
 *
 * @param language in which we write to it
 */
record Enrolment(
        long id,
        ContentId event,
        EnrolmentState state,
        String name,
        String surname,
        String body,
        String email,
        Language language) {

    /** The same person, at an event. */
    Enrolment at(ContentId other, EnrolmentState standing) {
        return new Enrolment(id, other, standing, name, surname, body, email, language);
    }
}
