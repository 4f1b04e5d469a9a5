// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.documents.FileId;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.Tariffs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other modules what becomes of requests, in words that need nothing else to be understood. */
@Component
class RequestTelling {

    private final ApplicationEventPublisher events;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Tariffs tariffs;

    RequestTelling(
            ApplicationEventPublisher events, Catalogue catalogue, Organizations organizations, Tariffs tariffs) {
        this.events = events;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.tariffs = tariffs;
    }

    void made(RequestId request, Subscription subscription, Asked asked) {
        Offering offering = catalogue.get(subscription.offering());
        LocalDate from = asked.fromDay();
        Protocol protocol = asked.protocol();
        events.publishEvent(new RequestNews.Made(
                request,
                subscription.id(),
                asked.kind(),
                subscription.organization(),
                offering.code(),
                title(offering, subscription),
                text(offering, subscription, asked),
                subscription.contact(),
                protocol == null ? "" : protocol.inItalian(),
                asked.kind() == RequestKind.RENEWAL && from != null
                        ? from.getYear()
                        : asked.requestedOn().getYear()));
    }

    void filed(RequestId request, FileId file, AttachmentRole role) {
        events.publishEvent(new RequestNews.Filed(request, file, role));
    }

    /** @param why "" when nothing is to be added */
    void moved(Collection<Request> requests, RequestNews.Step step, String what, String why) {
        requests.forEach(request -> moved(request.id(), step, what, why));
    }

    void moved(RequestId request, RequestNews.Step step, String what, String why) {
        events.publishEvent(new RequestNews.Moved(request, step, why.isEmpty() ? what : what + " – " + why));
    }

    static String title(Offering offering, Subscription subscription) {
        return offering.title() + (subscription.variant().isEmpty() ? "" : " (" + subscription.variant() + ")");
    }

    private String text(Offering offering, Subscription subscription, Asked asked) {
        List<String> lines = new ArrayList<>();
        lines.add(asked.kind().label() + ": " + title(offering, subscription) + ".");
        if (!asked.quantities().isEmpty()) {
            lines.add("Quantità chiesta: "
                    + UnitNames.of(offering, tariffs.book()).words(asked.quantities()) + ".");
        }
        if (!asked.payers().isEmpty()) {
            Map<OrganizationId, String> names =
                    organizations
                            .all(asked.payers().stream().map(PayerShare::payer).toList())
                            .stream()
                            .collect(Collectors.toMap(Organization::id, Organization::fullName));
            lines.add("Chi pagherà: "
                    + asked.payers().stream()
                            .map(share -> names.getOrDefault(share.payer(), "") + " ("
                                    + share.share().inItalian() + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        LocalDate from = asked.fromDay();
        if (from != null) {
            lines.add(
                    switch (asked.kind()) {
                        case TERMINATION -> "Ultimo giorno chiesto: " + Italian.date(from) + ".";
                        case RENEWAL -> "Anno: " + from.getYear() + ".";
                        case ACTIVATION, MORE, PAYER -> "Da quando: " + Italian.date(from) + ".";
                    });
        }
        if (!asked.reason().isBlank()) {
            lines.add((asked.kind() == RequestKind.ACTIVATION ? "Note: " : "Motivo: ")
                    + asked.reason().strip());
        }
        return String.join("\n", lines);
    }
}
