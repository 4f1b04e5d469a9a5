// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.agreements.ActiveAccession;
import it.opencit.agreements.Agreements;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.SubscriptionSummary;
import it.opencit.subscriptions.Subscriptions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which bodies a campaign is for, and the sheets made ready for them. */
@Component
@Transactional
class Invitations {

    private final CampaignSheetStore sheets;
    private final LineStore lines;
    private final Agreements agreements;
    private final Organizations organizations;
    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final Clock clock;

    Invitations(
            CampaignSheetStore sheets,
            LineStore lines,
            Agreements agreements,
            Organizations organizations,
            Subscriptions subscriptions,
            Catalogue catalogue,
            Clock clock) {
        this.sheets = sheets;
        this.lines = lines;
        this.agreements = agreements;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The bodies that a campaign is for, were it opened today. */
    @Transactional(readOnly = true)
    List<Organization> invited(CampaignDetails details) {
        Set<OrganizationId> members = details.membersOnly() ? members(LocalDate.now(clock)) : Set.of();
        return organizations.all().stream()
                .filter(body -> !details.membersOnly() || members.contains(body.id()))
                .filter(body -> details.kinds().isEmpty() || details.kinds().contains(body.kind()))
                .toList();
    }

    /** The bodies with a convention in force on a day. */
    @Transactional(readOnly = true)
    Set<OrganizationId> members(LocalDate day) {
        return agreements.activeIn(day.getYear()).stream()
                .filter(accession -> accession.membership().contains(day))
                .map(ActiveAccession::organization)
                .collect(Collectors.toSet());
    }

    /**
     * Gives a sheet to every body that has none, and to every sheet the services that the body uses and it does not show.
     *
     * @return how many sheets are new
     */
    int fill(Campaign campaign) {
        int added = sheets.add(
                campaign.id(),
                invited(campaign.details()).stream().map(Organization::id).toList());
        completeAll(campaign);
        return added;
    }

    /** Shows on every sheet what its body began to use since. */
    void completeAll(Campaign campaign) {
        complete(sheets.of(campaign.id()), subscriptions.running());
    }

    /** Shows on the sheet of one body what it began to use since. */
    void complete(Sheet sheet) {
        complete(List.of(sheet), subscriptions.of(sheet.organization()));
    }

    private void complete(List<Sheet> some, List<SubscriptionSummary> services) {
        Map<OrganizationId, Sheet> byBody =
                some.stream().collect(Collectors.toMap(Sheet::organization, Function.identity()));
        Set<OfferingId> yearly = catalogue.offerings().stream()
                .filter(offering -> offering.fee() == FeeKind.YEARLY)
                .map(Offering::id)
                .collect(Collectors.toSet());
        lines.add(services.stream()
                .filter(service -> service.stage() == SubscriptionStage.ACTIVE
                        && yearly.contains(service.offering())
                        && byBody.containsKey(service.organization()))
                .map(service -> new LineStore.NewLine(
                        Objects.requireNonNull(byBody.get(service.organization()))
                                .id(),
                        service.offering(),
                        service.id()))
                .toList());
    }
}
