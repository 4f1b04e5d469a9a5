// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.OfferingId;
import it.opencit.shared.NotFound;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.RequestBrief;
import it.opencit.subscriptions.RequestId;
import it.opencit.subscriptions.ServiceStanding;
import it.opencit.subscriptions.SubscriptionStage;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.tickets.pages.AskedService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a ticket shows of the service that is asked with it, or that it concerns. */
@Component
class AskedServices {

    private final Subscriptions subscriptions;

    AskedServices(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * {@code null} for a ticket that has to do with no service of the catalogue. Of one that is only concerned nothing is
     * read here: the page leads to it, or brings it after it is shown.
     */
    @Nullable
    AskedService of(TicketReader.Found found, boolean office, boolean writable) {
        RequestId request = found.whole().request();
        if (request == null) {
            return concerned(found, office);
        }
        RequestBrief brief = subscriptions.brief(request, office, writable);
        List<AskedService.Fact> facts = new ArrayList<>();
        facts.add(new AskedService.Fact(
                "Richiesta", brief.kind() + ", " + brief.state().toLowerCase(java.util.Locale.ITALIAN)));
        facts.add(new AskedService.Fact("Copertura", brief.coverage()));
        brief.costs().forEach(cost -> facts.add(new AskedService.Fact("Costo", cost)));
        brief.allowances().forEach(one -> facts.add(new AskedService.Fact("Quantità", one)));
        return new AskedService(
                brief.service(),
                brief.address(),
                brief.stage(),
                brief.tone(),
                facts,
                "",
                brief.form(),
                brief.acts().stream()
                        .map(act -> new AskedService.Act(act.label(), act.address()))
                        .toList());
    }

    private static @Nullable AskedService concerned(TicketReader.Found found, boolean office) {
        Ticket ticket = found.whole().ticket();
        if (Citizens.USERNAME.equals(ticket.username()) || offering(found).isEmpty()) {
            return null;
        }
        return new AskedService(
                found.rules().services().title(ticket.service()),
                "",
                "",
                "",
                List.of(),
                (office ? Addresses.of(ticket.number()) : Addresses.inArea(ticket.number())) + "/servizio",
                "",
                List.of());
    }

    private static Optional<OfferingId> offering(TicketReader.Found found) {
        return found.rules().services().offering(found.whole().ticket().service());
    }

    /**
     * How the body of a ticket stands with the service concerned.
     *
     * @throws NotFound for a ticket of a citizen, or of no service of the catalogue
     */
    ServiceStanding standing(TicketReader.Found found, boolean office) {
        Ticket ticket = found.whole().ticket();
        return offering(found)
                .filter(_ -> !Citizens.USERNAME.equals(ticket.username()))
                .map(offering -> subscriptions.standing(ticket.organization(), offering, office))
                .orElseThrow(() -> new NotFound("Service of ticket " + ticket.number()));
    }

    static AskedService shown(ServiceStanding standing) {
        List<AskedService.Fact> facts = new ArrayList<>();
        LocalDate member = standing.memberSince();
        facts.add(new AskedService.Fact(
                "Convenzione", member == null ? "L'ente non aderisce" : "L'ente aderisce dal " + Italian.date(member)));
        SubscriptionStage stage = standing.stage();
        LocalDate since = standing.inUseSince();
        facts.add(new AskedService.Fact(
                "Servizio",
                stage == null
                        ? "L'ente non lo usa"
                        : since == null ? "Chiesto, non ancora in uso" : "In uso dal " + Italian.date(since)));
        if (!standing.coverage().isEmpty()) {
            facts.add(new AskedService.Fact("Copertura", standing.coverage()));
        }
        String cost = since == null ? "Costerebbe" : "Costo";
        if (since == null && standing.costs().isEmpty()) {
            facts.add(new AskedService.Fact(cost, "Niente in più: è compreso nella quota di chi aderisce"));
        }
        standing.costs().forEach(one -> facts.add(new AskedService.Fact(cost, one)));
        standing.allowances().forEach(one -> facts.add(new AskedService.Fact("Quantità", one)));
        if (!standing.obstacle().isEmpty()) {
            facts.add(new AskedService.Fact("Richiesta", standing.obstacle()));
        }
        return new AskedService(
                standing.service(),
                standing.address(),
                stage == null ? "Non attivo" : stage.label(),
                stage == null ? "secondary" : standing.tone(),
                facts,
                "",
                "",
                List.of());
    }
}
