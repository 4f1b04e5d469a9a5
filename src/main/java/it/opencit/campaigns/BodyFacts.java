// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Figure;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passes on what a sheet says of its body: dated figures, people. Once: the sheet keeps that it was done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BodyFacts {

    private final CampaignSheetStore sheets;
    private final AnswerStore answers;
    private final Organizations organizations;
    private final Clock clock;

    BodyFacts(CampaignSheetStore sheets, AnswerStore answers, Organizations organizations, Clock clock) {
        this.sheets = sheets;
        this.answers = answers;
        this.organizations = organizations;
        this.clock = clock;
    }

    void passOn(Campaign campaign, Sheet sheet) {
        Reply reply = sheet.state().reply();
        if (reply == null || sheet.settledAt() != null) {
            return;
        }
        OrganizationId body = sheet.organization();
        String source = Messages.text("campaigns.figure.source", campaign.title());
        answers.figures(sheet.id())
                .forEach(
                        (kind, value) -> organizations.record(body, new Figure(kind, reply.on(), value, source, null)));
        Map<Long, KnownPerson> known = organizations.persons(List.of(body)).stream()
                .collect(Collectors.toMap(KnownPerson::id, Function.identity()));
        for (ContactReply contact : answers.contacts(sheet.id())) {
            Long id = contact.person();
            KnownPerson person = id == null ? null : known.get(id);
            if (person == null) {
                add(body, contact, reply.on(), known);
            } else {
                correct(person, contact, reply.on());
            }
        }
        sheets.settled(sheet.id(), clock.instant());
    }

    private void add(OrganizationId body, ContactReply contact, LocalDate from, Map<Long, KnownPerson> known) {
        boolean thereAlready = known.values().stream()
                .map(KnownPerson::person)
                .anyMatch(person -> person.role() == contact.role()
                        && isSame(person.name(), contact.name())
                        && person.term().contains(from));
        if (!thereAlready) {
            organizations.add(body, person(contact, "", new Period(from, null)));
        }
    }

    /** Another name is another person: the one before leaves the role when the sheet was sent. */
    private void correct(KnownPerson known, ContactReply contact, LocalDate on) {
        BodyPerson person = known.person();
        if (contact.gone() || !isSame(person.name(), contact.name())) {
            LocalDate from = person.term().from();
            LocalDate last = on.minusDays(1).isBefore(from) ? from : on.minusDays(1);
            var ended = new BodyPerson(
                    person.role(),
                    person.name(),
                    person.email(),
                    person.phone(),
                    person.office(),
                    new Period(from, last));
            organizations.change(known.organization(), known.id(), ended, known.version());
            if (!contact.gone()) {
                organizations.add(known.organization(), person(contact, "", new Period(on, null)));
            }
            return;
        }
        BodyPerson corrected = person(contact, person.office(), person.term());
        if (!corrected.equals(person)) {
            organizations.change(known.organization(), known.id(), corrected, known.version());
        }
    }

    private static BodyPerson person(ContactReply contact, String office, Period term) {
        return new BodyPerson(contact.role(), contact.name(), contact.email(), contact.phone(), office, term);
    }

    private static boolean isSame(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
