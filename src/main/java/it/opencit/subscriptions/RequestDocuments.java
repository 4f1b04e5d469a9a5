// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import gg.jte.generated.precompiled.Templates;
import gg.jte.output.StringOutput;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.centres.Centres;
import it.opencit.documents.PdfA;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.forms.FieldAnswers;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.pages.RequestSheet;
import it.opencit.subscriptions.pages.SubscriptionPage.Fact;
import it.opencit.subscriptions.pages.SubscriptionPage.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A request as a document to sign and to archive (PDF/A). */
@Component
@Transactional(readOnly = true)
class RequestDocuments {

    private final Templates templates;
    private final RequestPages pages;
    private final Offers offers;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Centres centres;

    RequestDocuments(
            Templates templates,
            RequestPages pages,
            Offers offers,
            Catalogue catalogue,
            Organizations organizations,
            Centres centres) {
        this.templates = templates;
        this.pages = pages;
        this.offers = offers;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.centres = centres;
    }

    /** A request that was made. */
    ResponseEntity<byte[]> answer(Subscription subscription, Request request) {
        return answer(sheet(
                new RequestPages.Subject(
                        request.kind(),
                        subscription.organization(),
                        catalogue.get(subscription.offering()),
                        subscription.variant()),
                new Asked(
                        request.kind(),
                        request.requestedOn(),
                        request.protocol(),
                        request.formVersion(),
                        request.answers(),
                        request.quantities(),
                        request.payers(),
                        request.fromDay(),
                        request.reason()),
                subscription.contact()));
    }

    /** A request that is being prepared. */
    ResponseEntity<byte[]> answer(RequestPages.Subject subject, Asked asked, Contact contact) {
        return answer(sheet(subject, asked, contact));
    }

    byte[] print(RequestSheet sheet) {
        var page = new StringOutput();
        templates.subscriptionsRequestDocument(sheet, centres.current().name()).render(page);
        return PdfA.print(page.toString());
    }

    private ResponseEntity<byte[]> answer(RequestSheet sheet) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"modulo-richiesta.pdf\"")
                .body(print(sheet));
    }

    RequestSheet sheet(RequestPages.Subject subject, Asked asked, Contact contact) {
        Offering offering = subject.offering();
        Organization body = organizations.get(subject.body());
        LocalDate day = asked.requestedOn();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("L'ente che chiede", pages.bodyFacts(body, day)));
        List<Fact> what = new ArrayList<>();
        what.add(new Fact("Servizio", offering.title()));
        if (!subject.variant().isEmpty()) {
            what.add(new Fact("Variante", subject.variant()));
        }
        UnitNames units = pages.units(offering);
        if (!asked.quantities().isEmpty()) {
            what.add(new Fact("Quantità in tutto", units.words(asked.quantities())));
        }
        LocalDate from = asked.fromDay();
        if (from != null) {
            what.add(new Fact(
                    asked.kind() == RequestKind.TERMINATION ? "Ultimo giorno di uso" : "Da quando",
                    Italian.date(from)));
        }
        what.add(new Fact("Chi paga", payers(asked, body)));
        if (!contact.inOneLine().isEmpty()) {
            what.add(new Fact("Referente del servizio", contact.inOneLine()));
        }
        if (!asked.reason().isEmpty()) {
            what.add(new Fact(asked.kind() == RequestKind.ACTIVATION ? "Note" : "Motivo", asked.reason()));
        }
        if (asked.protocol() != null) {
            what.add(new Fact("Protocollo", asked.protocol().inItalian()));
        }
        sections.add(new Section("Che cosa chiede", what));
        if (asked.formVersion() > 0) {
            sections.add(new Section(
                    "Dati per il servizio",
                    catalogue.form(offering.id(), asked.formVersion()).fields().stream()
                            .filter(field -> asked.answers().containsKey(field.key()))
                            .map(field -> new Fact(
                                    field.label(),
                                    FieldAnswers.shown(field, asked.answers().get(field.key()))))
                            .toList()));
        }
        List<String> cost = asked.kind() == RequestKind.ACTIVATION || asked.kind() == RequestKind.MORE
                ? OfferWords.costs(
                        offers.one(subject.body(), day.getYear(), offering, asked.quantities()),
                        body.kind(),
                        subject.variant())
                : List.of();
        return new RequestSheet(
                asked.kind().label() + " del servizio " + offering.title(),
                "Modulo di richiesta di " + body.fullName() + ": "
                        + asked.kind().label() + ", " + offering.title(),
                centres.current().name(),
                body.fullName(),
                sections,
                cost,
                RequestPages.declarations(asked.kind(), offering),
                Italian.date(day),
                pages.signer(subject.body()));
    }

    private String payers(Asked asked, Organization body) {
        if (asked.payers().isEmpty()) {
            return body.fullName() + ", per intero";
        }
        Map<OrganizationId, String> names =
                organizations
                        .all(asked.payers().stream().map(share -> share.payer()).toList())
                        .stream()
                        .collect(Collectors.toMap(Organization::id, Organization::fullName));
        return asked.payers().stream()
                .map(share -> names.getOrDefault(share.payer(), "") + " ("
                        + share.share().inItalian() + ")")
                .collect(Collectors.joining(", "));
    }
}
