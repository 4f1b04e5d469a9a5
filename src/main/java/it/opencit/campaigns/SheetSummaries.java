// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.PlannedCosts.Cost;
import it.opencit.campaigns.SheetAnswers.ContactReply;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.campaigns.pages.SheetSummary;
import it.opencit.campaigns.pages.SheetSummary.Entry;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Figure;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.SubscriptionSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sheet says, to be read again before and after it is sent. */
final class SheetSummaries {

    private SheetSummaries() {}

    static SheetSummary of(Questionnaire asked, SheetAnswers written, Sheet sheet) {
        Map<OfferingId, LineReply> replies =
                written.lines().stream().collect(Collectors.toMap(LineReply::offering, Function.identity()));
        List<Entry> inUse = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        Euro total = Euro.ZERO;
        boolean whole = true;
        for (Question question : asked.inUse()) {
            LineReply reply = replies.get(question.offering().id());
            Cost cost = cost(asked, question, reply);
            Euro amount = cost.amount();
            if (reply == null || reply.answer() != LineAnswer.GIVE_UP) {
                whole &= amount != null;
                total = amount == null ? total : total.plus(amount);
            }
            inUse.add(entry(question, reply, cost));
        }
        for (Question question : asked.others()) {
            LineReply reply = replies.get(question.offering().id());
            if (reply != null
                    && (reply.answer() == LineAnswer.INTERESTED || !reply.note().isEmpty())) {
                others.add(entry(question, reply, cost(asked, question, reply)));
            }
        }
        Reply reply = sheet.state().reply();
        Campaign campaign = asked.campaign();
        return new SheetSummary(
                campaign.title(),
                asked.body().fullName(),
                Integer.toString(campaign.year()),
                inUse,
                others,
                Messages.text(whole ? "campaigns.total" : "campaigns.total.partial", total.inItalian()),
                asked.figures().stream().map(figure -> figure(figure, written)).toList(),
                written.contacts().stream().map(SheetSummaries::person).toList(),
                written.notes(),
                reply == null ? "" : sent(reply));
    }

    /** Such as "Inviata il 02/12/2026 10:05 da Elena Riva". */
    static String sent(Reply reply) {
        String how = reply.channel() == Channel.AREA || reply.channel() == Channel.API
                ? Messages.text("campaigns.sent.online", Italian.moment(reply.at()), reply.by())
                : Messages.text(
                        "campaigns.sent.by-hand",
                        reply.channel()
                                .label()
                                .toLowerCase(java.util.Locale.ITALIAN)
                                .replace("pec", "PEC"),
                        Italian.date(reply.on()),
                        reply.by());
        return reply.protocol() == null
                ? how
                : how + ", "
                        + Messages.text(
                                "campaigns.sent.protocol",
                                reply.protocol().digits(),
                                Italian.date(reply.protocolDate()));
    }

    static Cost cost(Questionnaire asked, Question question, @Nullable LineReply reply) {
        SubscriptionSummary service = question.service();
        return service == null
                ? asked.costs().ofNew(question.offering(), variant(question, reply))
                : asked.costs().ofUse(question.offering(), service, reply == null ? Map.of() : reply.quantities());
    }

    private static String variant(Question question, @Nullable LineReply reply) {
        if (reply != null && !reply.variant().isEmpty()) {
            return reply.variant();
        }
        return question.variants().isEmpty() ? "" : question.variants().getFirst();
    }

    /** The quantities that a service has, such as "3 caselle". */
    static String quantities(Question question, Map<String, BigDecimal> quantities) {
        return question.quantities().stream()
                .filter(quantity -> quantities.containsKey(quantity.key()))
                .map(quantity -> Italian.number(quantities.get(quantity.key())) + " " + quantity.unit())
                .collect(Collectors.joining(", "));
    }

    private static Entry entry(Question question, @Nullable LineReply reply, Cost cost) {
        LineAnswer answer = reply == null ? null : reply.answer();
        SubscriptionSummary service = question.service();
        String detail = "";
        if (reply != null && answer == LineAnswer.MORE) {
            detail = quantities(question, reply.quantities());
        } else if (reply != null && answer == LineAnswer.INTERESTED) {
            detail = reply.variant();
        }
        Line line = question.line();
        LineOutcome outcome = line == null ? null : line.outcome();
        return new Entry(
                question.offering().title(),
                service == null ? "" : quantities(question, service.quantities()),
                answer == null
                        ? Messages.text(
                                switch (question.offering().continuation()) {
                                    case TACIT -> "campaigns.no-answer.tacit";
                                    case CONFIRMED -> "campaigns.no-answer.confirmed";
                                    case NONE -> "campaigns.no-answer.none";
                                })
                        : answer.label(),
                detail,
                reply == null ? "" : reply.note(),
                answer == LineAnswer.GIVE_UP ? "" : cost.text(),
                outcome == null ? "" : outcome.label(),
                line == null ? "" : line.why());
    }

    private static SheetSummary.Fact figure(Questionnaire.FigureQuestion figure, SheetAnswers written) {
        BigDecimal value = written.figures().get(figure.kind().code());
        Figure known = figure.known();
        return new SheetSummary.Fact(
                figure.kind().label(),
                (value == null ? Messages.text("campaigns.figure.unsaid") : Italian.number(value))
                        + (known == null || value == null || known.value().compareTo(value) == 0
                                ? ""
                                : " " + Messages.text("campaigns.figure.before", Italian.number(known.value()))));
    }

    private static SheetSummary.Fact person(ContactReply contact) {
        String how = java.util.stream.Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new SheetSummary.Fact(
                contact.role().label(),
                contact.gone()
                        ? how + " " + Messages.text("campaigns.contact.gone")
                        : contact.person() == null ? how + " " + Messages.text("campaigns.contact.new") : how);
    }
}
