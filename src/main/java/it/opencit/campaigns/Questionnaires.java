// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.campaigns.Questionnaire.FigureQuestion;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tariffs.Calculator;
import it.opencit.tariffs.Subject;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a sheet asks. A dozen queries, however many services there are. */
@Component
@Transactional(readOnly = true)
class Questionnaires {

    private final LineStore lines;
    private final Invitations invitations;
    private final Organizations organizations;
    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final Tariffs tariffs;
    private final Clock clock;

    Questionnaires(
            LineStore lines,
            Invitations invitations,
            Organizations organizations,
            Subscriptions subscriptions,
            Catalogue catalogue,
            Tariffs tariffs,
            Clock clock) {
        this.lines = lines;
        this.invitations = invitations;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    Questionnaire of(Campaign campaign, Sheet sheet) {
        OrganizationId id = sheet.organization();
        LocalDate today = LocalDate.now(clock);
        Organization body = organizations.get(id);
        FigureBook figures = organizations.figures(List.of(id));
        boolean member = invitations.members(today).contains(id);
        Map<OfferingId, Line> written =
                lines.of(sheet.id()).stream().collect(Collectors.toMap(Line::offering, Function.identity()));
        List<SubscriptionSummary> services = subscriptions.of(id);
        Map<SubscriptionId, SubscriptionSummary> byId =
                services.stream().collect(Collectors.toMap(SubscriptionSummary::id, Function.identity()));
        Calculator calculator = tariffs.calculator(campaign.year());
        var costs = new PlannedCosts(campaign.year(), calculator, Subject.of(body, member, figures.of(id)));
        Set<OfferingId> taken = new HashSet<>();
        List<String> waiting = new ArrayList<>();
        for (SubscriptionSummary service : services) {
            if (service.stage().isWaiting()) {
                waiting.add(service.title());
            }
            if (service.stage().isWaiting() || service.stage().isRunning()) {
                taken.add(service.offering());
            }
        }
        List<Question> inUse = new ArrayList<>();
        List<Question> others = new ArrayList<>();
        Long residents = figures.latest(id, FigureKind.RESIDENTS, today)
                .map(figure -> figure.value().longValue())
                .orElse(null);
        for (Offering offering : catalogue.offerings()) {
            Line line = written.get(offering.id());
            SubscriptionId used = line == null ? null : line.subscription();
            SubscriptionSummary service = used == null ? null : byId.get(used);
            if (service != null && isAsked(service, sheet)) {
                inUse.add(new Question(
                        offering, service, line, costs.quantities(offering, service.variant()), List.of()));
            } else if (used == null
                    && (line != null
                            || campaign.details().withOthers()
                                    && !taken.contains(offering.id())
                                    && offering.offered().contains(today)
                                    && offering.eligibility()
                                            .refusal(body, member, residents)
                                            .isEmpty())) {
                others.add(new Question(offering, null, line, List.of(), offering.variants(today)));
            }
        }
        return new Questionnaire(
                campaign,
                sheet,
                body,
                inUse,
                others,
                waiting,
                figures(campaign, figures, id, today),
                people(id, today),
                costs);
    }

    /** What was asked stays on a sheet that was sent, whatever became of the service since. */
    private static boolean isAsked(SubscriptionSummary service, Sheet sheet) {
        return service.stage() == SubscriptionStage.ACTIVE || sheet.state().stage() == SheetStage.ANSWERED;
    }

    private List<FigureQuestion> figures(Campaign campaign, FigureBook figures, OrganizationId id, LocalDate today) {
        Map<String, FigureKind> kinds = organizations.figureKinds().stream()
                .collect(Collectors.toMap(FigureKind::code, Function.identity(), (one, _) -> one));
        return campaign.details().figures().stream()
                .filter(kinds::containsKey)
                .map(code -> new FigureQuestion(
                        Objects.requireNonNull(kinds.get(code)),
                        figures.latest(id, code, today).orElse(null)))
                .toList();
    }

    private List<KnownPerson> people(OrganizationId id, LocalDate today) {
        return organizations.persons(List.of(id)).stream()
                .filter(person -> person.person().term().contains(today))
                .toList();
    }
}
