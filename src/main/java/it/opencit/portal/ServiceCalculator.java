// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.agreements.YearlyQuotas;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingClass;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.portal.pages.SiteService;
import it.opencit.portal.pages.SiteService.Answer;
import it.opencit.portal.pages.SiteService.Body;
import it.opencit.portal.pages.SiteService.Choices;
import it.opencit.portal.pages.SiteService.Cost;
import it.opencit.portal.pages.SiteService.Counted;
import it.opencit.portal.pages.SiteService.Input;
import it.opencit.portal.pages.SiteService.Quota;
import it.opencit.portal.pages.SiteService.Step;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.ServiceCost;
import it.opencit.subscriptions.ServiceCosts;
import it.opencit.subscriptions.ServicePrice;
import it.opencit.subscriptions.ServiceQuote;
import it.opencit.tariffs.Act;
import it.opencit.tariffs.Figure;
import it.opencit.tariffs.FigureKinds;
import it.opencit.tariffs.Mark;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Tariffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers what a service costs the body that a visitor chooses, and why. */
@Component
class ServiceCalculator {

    private static final String NUMBER = "unita-";

    /** More than any body has of anything; a number beyond it is a slip of the hand. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private final ServiceCosts costs;
    private final Organizations organizations;
    private final Members members;
    private final Tariffs tariffs;
    private final ObjectProvider<YearlyQuotas> quotas;

    ServiceCalculator(
            ServiceCosts costs,
            Organizations organizations,
            Members members,
            Tariffs tariffs,
            ObjectProvider<YearlyQuotas> quotas) {
        this.costs = costs;
        this.organizations = organizations;
        this.members = members;
        this.tariffs = tariffs;
        this.quotas = quotas;
    }

    SiteService.Calculator of(Offering offering, Visit visit, String chosen, Map<String, String> asked) {
        SiteText text = visit.text();
        List<Organization> bodies = organizations.all();
        Optional<Organization> body = bodies.stream()
                .filter(one -> one.id().toString().equals(chosen))
                .findFirst();
        ServiceQuote quote =
                body.map(one -> costs.of(offering, one.id(), numbers(asked))).orElse(null);
        String wrong = body.isEmpty() && !chosen.isEmpty() ? text.get("calculator.wrong") : "";
        return new SiteService.Calculator(
                visit.to(PublicServices.address(offering)),
                choices(text, bodies, chosen),
                quote == null
                        ? List.of()
                        : quote.inputs().stream()
                                .map(input ->
                                        new Input(NUMBER + input.key(), input.label(), Italian.number(input.value())))
                                .toList(),
                wrong,
                quote == null ? null : answer(offering, quote, text));
    }

    private List<Choices> choices(SiteText text, List<Organization> all, String chosen) {
        Set<OrganizationId> joined = members.joined();
        return Stream.of(true, false)
                .map(member -> new Choices(
                        text.get(member ? "calculator.members" : "calculator.others"),
                        all.stream()
                                .filter(body -> joined.contains(body.id()) == member)
                                .map(body -> new Body(
                                        body.id().toString(),
                                        body.fullName(),
                                        body.id().toString().equals(chosen)))
                                .toList()))
                .filter(choices -> !choices.bodies().isEmpty())
                .toList();
    }

    private Answer answer(Offering offering, ServiceQuote quote, SiteText text) {
        FigureKinds kinds = tariffs.figureKinds();
        Refusal refusal = quote.refusal();
        return new Answer(
                quote.body().fullName(),
                quote.year(),
                text.get(quote.member() ? "calculator.member" : "calculator.no-member"),
                refusal == null ? "" : refusal.inItalian(),
                quote.costs().stream().map(cost -> cost(cost, kinds, text)).toList(),
                quota(offering, quote, kinds, text));
    }

    /** The quota, where it includes the service or only who owes it may have the service. */
    private @Nullable Quota quota(Offering offering, ServiceQuote quote, FigureKinds kinds, SiteText text) {
        boolean included = offering.offeringClass() == OfferingClass.BASE
                || quote.costs().stream().allMatch(cost -> Euro.ZERO.equals(cost.amount()));
        YearlyQuotas answering = quotas.getIfAvailable();
        if (answering == null || !included && !offering.eligibility().membersOnly()) {
            return null;
        }
        return answering
                .of(quote.body().id(), quote.year())
                .map(quota -> new Quota(
                        text.get(included ? "quota.included" : "quota.condition"),
                        quota.scheme(),
                        cost(quota, quote.year(), kinds, text)))
                .orElse(null);
    }

    private static Cost cost(YearlyQuotas.YearlyQuota quota, int year, FigureKinds kinds, SiteText text) {
        String title = text.get(quota.member() ? "quota.owed" : "quota.joining", String.valueOf(year));
        Outcome outcome = quota.outcome();
        if (outcome instanceof Outcome.Computed computed
                && !computed.figures().stream().allMatch(ServiceCosts::isPublic)) {
            return new Cost(
                    title, "", text.get("quota.private"), "", "", "", List.of(), List.of(), rule(quota.tariff()));
        }
        return new Cost(
                title,
                "",
                outcome instanceof Outcome.Computed computed ? ServiceCards.money(text, computed.amount()) : "",
                outcome instanceof Outcome.Refused(Refusal reason) ? reason.inItalian() : "",
                "",
                "",
                steps(outcome),
                figures(outcome, kinds, text),
                rule(quota.tariff()));
    }

    private static Cost cost(ServiceCost cost, FigureKinds kinds, SiteText text) {
        ServicePrice price = cost.price();
        Euro amount = cost.amount();
        Euro joined = cost.asMember();
        boolean refused = !price.quoted() && amount == null && cost.outcome() instanceof Outcome.Refused;
        return new Cost(
                text.get("cost." + price.kind().name()),
                price.variant(),
                refused
                        ? ""
                        : price.quoted()
                                ? text.get("calculator.quoted")
                                : amount == null ? text.get("calculator.unknown") : ServiceCards.money(text, amount),
                refused && cost.outcome() instanceof Outcome.Refused(Refusal reason) ? reason.inItalian() : "",
                price.quoted() || amount == null ? "" : cost.units(),
                joined == null || joined.equals(amount) || price.quoted()
                        ? ""
                        : text.get("calculator.joined", ServiceCards.money(text, joined)),
                steps(cost.outcome()),
                figures(cost.outcome(), kinds, text),
                rule(price.tariff()));
    }

    private static String rule(@Nullable Tariff tariff) {
        return tariff == null ? "" : tariff.title() + (act(tariff).isEmpty() ? "" : ", " + act(tariff));
    }

    /** Such as "Attivazione (Regione Lombardia), una volta". */
    static String title(ServicePrice price, SiteText text) {
        String what = text.get("cost." + price.kind().name());
        return price.variant().isEmpty() ? what : what + " (" + price.variant() + ")";
    }

    /** The act that set a tariff, Italian; "" when the sources do not say. */
    static String act(Tariff tariff) {
        Act act = tariff.act();
        if (act == null) {
            return "";
        }
        return act.inItalian() + (act.text() == null ? "" : " (" + act.text() + ")");
    }

    private static List<Step> steps(Outcome outcome) {
        return outcome instanceof Outcome.Computed computed
                ? computed.steps().stream()
                        .map(step -> new Step(
                                step.text(),
                                Italian.money(step.amount()),
                                Math.min(step.depth(), 4),
                                step.marks().stream()
                                        .map(Mark::label)
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                        .toList()
                : List.of();
    }

    /** Such as "4.915 abitanti al 31 dicembre 2013 (Istat)"; what the visitor stated is not among them. */
    private static List<Counted> figures(Outcome outcome, FigureKinds kinds, SiteText text) {
        List<Counted> figures = new ArrayList<>();
        if (outcome instanceof Outcome.Computed computed) {
            for (Figure figure : computed.figures()) {
                LocalDate date = figure.date();
                if (date != null) {
                    figures.add(new Counted(
                            ServiceCards.number(text, figure.value()),
                            kinds.plural(figure.kind()),
                            text.get(
                                    figure.source() == null ? "calculator.figure" : "calculator.figure.source",
                                    text.day(date),
                                    String.valueOf(figure.source()))));
                }
            }
        }
        return figures;
    }

    /** The numbers that the address states, by key; what is not a sensible number does not count. */
    private static Map<String, BigDecimal> numbers(Map<String, String> asked) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        asked.forEach((name, value) -> {
            BigDecimal number = FormInput.empty().with("number", value).decimal("number");
            if (name.startsWith(NUMBER) && number != null && number.signum() >= 0 && number.compareTo(MOST) <= 0) {
                numbers.put(name.substring(NUMBER.length()), number);
            }
        });
        return numbers;
    }
}
