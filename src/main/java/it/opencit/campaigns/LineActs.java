// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.documents.FileId;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Messages;
import it.opencit.subscriptions.Contact;
import it.opencit.subscriptions.NewRequest;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.subscriptions.Termination;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries out in the subscriptions what was answered, ruled or decided about a line: nothing is typed again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LineActs {

    private final AnswerStore answers;
    private final Subscriptions subscriptions;
    private final Clock clock;

    LineActs(AnswerStore answers, Subscriptions subscriptions, Clock clock) {
        this.answers = answers;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * Does what an outcome says.
     *
     * @param decided why somebody of the centre wants it; "" when it follows from the answer or the rule
     * @return the subscription that it opened; {@code null} when it opened none
     * @throws it.opencit.shared.Refusal when the service does not allow it
     */
    @Nullable
    SubscriptionId carryOut(Campaign campaign, Sheet sheet, Line line, LineOutcome outcome, String decided) {
        String reason = reason(campaign, sheet, line, decided);
        return switch (outcome) {
            case RENEWED, WENT_ON -> {
                subscriptions.renew(used(line), campaign.year(), reason);
                yield null;
            }
            case MORE_ASKED -> {
                subscriptions.renew(used(line), campaign.year(), reason);
                subscriptions.requestMore(
                        used(line), asked(sheet), line.quantities(), LocalDate.of(campaign.year(), 1, 1), reason);
                attach(used(line), sheet);
                yield null;
            }
            case TERMINATED -> {
                LocalDate lastDay = LocalDate.of(campaign.year() - 1, 12, 31);
                subscriptions.requestTermination(used(line), new Termination(asked(sheet), null, lastDay, reason));
                attach(used(line), sheet);
                yield null;
            }
            case REQUESTED -> {
                SubscriptionId opened = subscriptions.request(request(sheet, line, reason));
                attach(opened, sheet);
                yield opened;
            }
            case NOTHING, TO_DECIDE, LEFT -> null;
        };
    }

    private NewRequest request(Sheet sheet, Line line, String reason) {
        return new NewRequest(
                line.offering(),
                sheet.organization(),
                line.variant(),
                asked(sheet),
                null, // the number is of the whole sheet, a register gives each document one: it stands in the reason
                contact(sheet),
                Map.of(),
                List.of(),
                null,
                0,
                Map.of(),
                reason);
    }

    private Contact contact(Sheet sheet) {
        return answers.contacts(sheet.id()).stream()
                .filter(person -> person.role() == PersonRole.CONTACT && !person.gone())
                .findFirst()
                .map((ContactReply person) -> new Contact(person.name(), person.email(), person.phone()))
                .orElse(Contact.NONE);
    }

    private void attach(SubscriptionId subscription, Sheet sheet) {
        FileId file = sheet.file();
        if (file != null) {
            subscriptions.attach(subscription, file);
        }
    }

    /** The day of the answer; without one, today. */
    private LocalDate asked(Sheet sheet) {
        Reply reply = sheet.state().reply();
        return reply == null ? LocalDate.now(clock) : reply.on();
    }

    private static String reason(Campaign campaign, Sheet sheet, Line line, String decided) {
        Reply reply = sheet.state().reply();
        String sheetSays = reply == null
                ? Messages.text("campaigns.reason.no-answer", campaign.title())
                : Messages.text("campaigns.reason.answer", campaign.title(), SheetSummaries.sent(reply));
        String note = line.note().isEmpty() ? "" : " " + Messages.text("campaigns.reason.note", line.note());
        return decided.isEmpty() ? sheetSays + note : decided + " (" + sheetSays + ")";
    }

    private static SubscriptionId used(Line line) {
        SubscriptionId used = line.subscription();
        if (used == null) {
            throw new IllegalStateException("Not about a service in use: line " + line.id());
        }
        return used;
    }
}
