// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.campaigns.CampaignDetails;
import it.opencit.campaigns.CampaignId;
import it.opencit.campaigns.CampaignKind;
import it.opencit.campaigns.Campaigns;
import it.opencit.campaigns.LineAnswer;
import it.opencit.campaigns.SheetAnswers;
import it.opencit.campaigns.SheetAnswers.LineReply;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.centres.Centre;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An open campaign at Brescia and one at Lecco, begun three weeks before the day of the demonstration, with some answers. No
 * mail leaves for them: the bodies are real, and an installation to try must not write to them.
 */
@Component
@Order(590)
class DemonstrationCampaigns implements DemonstrationPart {

    private static final int ANSWERS = 8;

    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final Clock clock;

    DemonstrationCampaigns(
            Campaigns campaigns,
            Organizations organizations,
            Subscriptions subscriptions,
            Catalogue catalogue,
            Clock clock) {
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        LocalDate today = LocalDate.now(clock);
        switch (centre.code()) {
            case "brescia" -> answer(open(confirmation(today)), today);
            case "lecco" -> answer(open(needs(today)), today);
            default -> {}
        }
    }

    private static CampaignDetails confirmation(LocalDate today) {
        int year = today.plusDays(21).getYear() + 1;
        return new CampaignDetails(
                "Conferma dei servizi " + year,
                CampaignKind.CONFIRMATION,
                year,
                today.minusDays(21),
                today.plusDays(21),
                "Confermate i servizi che l'ente usa, rinunciate a quelli che non servono più e segnalate quelli che"
                        + " interessano. Controllate anche i recapiti: il centro scrive a quelle persone.",
                List.of(),
                false,
                true,
                true,
                Set.of(),
                List.of());
    }

    /** The convention of the sources ended in 2022: the sheet goes to every Comune, as the centre did each December. */
    private static CampaignDetails needs(LocalDate today) {
        int year = today.plusDays(30).getYear() + 1;
        return new CampaignDetails(
                "Scheda dei fabbisogni per l'anno " + year,
                CampaignKind.NEEDS,
                year,
                today.minusDays(21),
                today.plusDays(30),
                "La scheda serve a chiedere estensioni dei servizi già in uso (nuove postazioni e altro) o servizi nuovi."
                        + " Il numero di postazioni decide come si dividono i costi comuni.",
                List.of(),
                false,
                true,
                false,
                Set.of(OrganizationKind.COMUNE, OrganizationKind.UNIONE, OrganizationKind.COMUNITA_MONTANA),
                List.of(FigureKind.WORKSTATIONS));
    }

    private CampaignId open(CampaignDetails details) {
        CampaignId id = campaigns.add(details);
        campaigns.schedule(id, 0);
        return id;
    }

    /** Who uses something answers before the others; the body whose person signs in to the demonstration has yet to. */
    private void answer(CampaignId id, LocalDate today) {
        Map<OrganizationId, List<SubscriptionSummary>> services = services();
        Map<OrganizationId, Organization> bodies =
                organizations.all().stream().collect(Collectors.toMap(Organization::id, body -> body));
        FigureBook figures = organizations.figures();
        boolean asksWorkstations = campaigns.get(id).details().figures().contains(FigureKind.WORKSTATIONS);
        List<OrganizationId> invited = new ArrayList<>(campaigns.invited(id));
        invited.removeIf(body -> bodies.containsKey(body)
                && Objects.requireNonNull(bodies.get(body)).name().equals("Coccaglio"));
        invited.sort(Comparator.comparing((OrganizationId body) -> !services.containsKey(body)));
        boolean member = campaigns.get(id).details().membersOnly();
        for (int i = 0; i < Math.min(ANSWERS + 2, invited.size()); i++) {
            OrganizationId body = invited.get(i);
            Organization one = Objects.requireNonNull(bodies.get(body));
            List<LineReply> lines = lines(services.getOrDefault(body, List.of()), i);
            if (i % 3 == 0) {
                interesting(one, member, figures, today, services.getOrDefault(body, List.of()))
                        .ifPresent(offering -> lines.add(LineReply.of(offering, LineAnswer.INTERESTED)));
            }
            Map<String, BigDecimal> counted = new HashMap<>();
            BigDecimal grown = BigDecimal.valueOf(i % 4);
            if (asksWorkstations) {
                counted.put(
                        FigureKind.WORKSTATIONS,
                        figures.latest(body, FigureKind.WORKSTATIONS, today)
                                .map(figure -> figure.value().add(grown))
                                .orElse(BigDecimal.valueOf(10L + i)));
            }
            var answers = new SheetAnswers(lines, counted, List.of(), i == 1 ? "Confermiamo anche i referenti." : "");
            String by = InventedPeople.number(body.value() + 7);
            if (i < ANSWERS) {
                campaigns.answer(id, body, answers, by);
            } else {
                campaigns.begin(id, body, answers, by);
            }
        }
    }

    private Map<OrganizationId, List<SubscriptionSummary>> services() {
        Set<OfferingId> yearly = catalogue.offerings().stream()
                .filter(offering -> offering.fee() == FeeKind.YEARLY)
                .map(Offering::id)
                .collect(Collectors.toSet());
        return subscriptions.running().stream()
                .filter(service -> service.stage() == SubscriptionStage.ACTIVE && yearly.contains(service.offering()))
                .collect(Collectors.groupingBy(SubscriptionSummary::organization));
    }

    /** Everything is renewed, but for one service that the second body gives up. */
    private static List<LineReply> lines(List<SubscriptionSummary> services, int place) {
        List<LineReply> lines = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            boolean givenUp = place == 1 && i == 0;
            lines.add(LineReply.of(services.get(i).offering(), givenUp ? LineAnswer.GIVE_UP : LineAnswer.RENEW));
        }
        return lines;
    }

    /** A service that the body may ask for and has nothing to choose in. */
    private Optional<OfferingId> interesting(
            Organization body,
            boolean member,
            FigureBook figures,
            LocalDate today,
            List<SubscriptionSummary> services) {
        Set<OfferingId> used =
                services.stream().map(SubscriptionSummary::offering).collect(Collectors.toSet());
        subscriptions.of(body.id()).forEach(service -> used.add(service.offering()));
        Long residents = figures.latest(body.id(), FigureKind.RESIDENTS, today)
                .map(figure -> figure.value().longValue())
                .orElse(null);
        return catalogue.offeredOn(today).stream()
                .filter(offering -> !used.contains(offering.id())
                        && offering.variants(today).isEmpty()
                        && offering.eligibility()
                                .refusal(body, member, residents)
                                .isEmpty())
                .map(Offering::id)
                .findFirst();
    }
}
