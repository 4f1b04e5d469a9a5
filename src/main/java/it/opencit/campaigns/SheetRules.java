// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.Organizations;
import it.opencit.shared.EmailAddress;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.tariffs.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be written on a sheet, and what it must say before it is sent. */
@Component
class SheetRules {

    private final Organizations organizations;

    SheetRules(Organizations organizations) {
        this.organizations = organizations;
    }

    /**
     * Something that a sheet does not say yet.
     *
     * @param field where it is said
     */
    record Missing(String field, String sentence) {}

    /** @throws Refusal when something is answered that was not asked, naming the field */
    void check(Questionnaire asked, SheetAnswers answers) {
        Set<OfferingId> seen = new HashSet<>();
        for (LineReply reply : answers.lines()) {
            Question question = asked.about(reply.offering())
                    .orElseThrow(() -> Refusal.inField(
                            "answer-" + reply.offering(), "campaigns.answer.not-asked", reply.offering()));
            if (!seen.add(reply.offering())) {
                throw Refusal.inField(
                        question.field(),
                        "campaigns.answer.twice",
                        question.offering().title());
            }
            check(question, reply);
        }
        Set<String> figures =
                asked.figures().stream().map(figure -> figure.kind().code()).collect(Collectors.toSet());
        answers.figures().forEach((kind, value) -> {
            if (!figures.contains(kind)) {
                throw Refusal.inField("figure-" + kind, "campaigns.figure.not-asked", kind);
            }
            if (value.signum() < 0 || value.precision() - value.scale() > 9) {
                throw Refusal.inField("figure-" + kind, "campaigns.figure.number");
            }
        });
        check(asked, answers.contacts());
    }

    private static void check(Question question, LineReply reply) {
        LineAnswer answer = reply.answer();
        String title = question.offering().title();
        if (answer != null && !question.answers().contains(answer)) {
            throw Refusal.inField(question.field(), "campaigns.answer.cannot", title, answer.label());
        }
        Set<String> keys = question.quantities().stream().map(Quantity::key).collect(Collectors.toSet());
        reply.quantities().forEach((key, value) -> {
            if (answer != LineAnswer.MORE || !keys.contains(key)) {
                throw Refusal.inField(question.quantityField(key), "campaigns.quantity.not-asked", title);
            }
            if (value.signum() < 0 || value.precision() - value.scale() > 9) {
                throw Refusal.inField(question.quantityField(key), "campaigns.quantity.number", title);
            }
        });
        if (!reply.variant().isEmpty() && !question.variants().contains(reply.variant())) {
            throw Refusal.inField(
                    question.variantField(),
                    "campaigns.variant.unknown",
                    title,
                    String.join(", ", question.variants()));
        }
    }

    private void check(Questionnaire asked, List<ContactReply> contacts) {
        Set<Long> known = organizations.persons(List.of(asked.body().id())).stream()
                .map(KnownPerson::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < contacts.size(); i++) {
            ContactReply contact = contacts.get(i);
            Long person = contact.person();
            if (person != null && !known.contains(person)) {
                throw Refusal.inField(SheetForm.contactField(i, "name"), "campaigns.contact.unknown");
            }
            if (person != null && contact.name().isBlank()) {
                throw Refusal.inField(SheetForm.contactField(i, "name"), "campaigns.contact.name");
            }
            if (person == null && contact.gone()) {
                throw Refusal.inField(SheetForm.contactField(i, "name"), "campaigns.contact.unknown");
            }
            if (!contact.email().isEmpty() && !EmailAddress.isOne(contact.email())) {
                throw Refusal.inField(SheetForm.contactField(i, "email"), "campaigns.contact.email", contact.email());
            }
        }
    }

    /** What must still be said: an answer where a service goes on only if confirmed, quantities, variants, figures. */
    static List<Missing> missing(Questionnaire asked, SheetAnswers written) {
        Map<OfferingId, LineReply> replies =
                written.lines().stream().collect(Collectors.toMap(LineReply::offering, Function.identity()));
        List<Missing> missing = new ArrayList<>();
        asked.questions().forEach(question -> {
            LineReply reply = replies.get(question.offering().id());
            String title = question.offering().title();
            LineAnswer answer = reply == null ? null : reply.answer();
            if (answer == null && question.isInUse() && question.offering().continuation() == Continuation.CONFIRMED) {
                missing.add(new Missing(question.field(), Messages.text("campaigns.missing.answer", title)));
            }
            if (reply != null && answer == LineAnswer.MORE && !asksOther(question, reply)) {
                missing.add(new Missing(
                        question.quantityField(question.quantities().getFirst().key()),
                        Messages.text("campaigns.missing.quantity", title)));
            }
            if (reply != null
                    && answer == LineAnswer.INTERESTED
                    && !question.variants().isEmpty()
                    && reply.variant().isEmpty()) {
                missing.add(new Missing(question.variantField(), Messages.text("campaigns.missing.variant", title)));
            }
        });
        asked.figures().stream()
                .filter(figure -> !written.figures().containsKey(figure.kind().code()))
                .map(figure -> new Missing(
                        figure.field(),
                        Messages.text("campaigns.missing.figure", figure.kind().unit())))
                .forEach(missing::add);
        return missing;
    }

    /** Whether some quantity is not the one that the body has. */
    private static boolean asksOther(Question question, LineReply reply) {
        SubscriptionSummary service = question.service();
        return reply.quantities().entrySet().stream().anyMatch(entry -> {
            BigDecimal has = service == null ? null : service.quantities().get(entry.getKey());
            return has == null || has.compareTo(entry.getValue()) != 0;
        });
    }
}
