// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.ApprovingBody;
import it.opencit.agreements.CompletedAccession;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Continuation;
import it.opencit.catalogue.Eligibility;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.OfferingArea;
import it.opencit.catalogue.OfferingClass;
import it.opencit.catalogue.OfferingDetails;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.OfferingLevel;
import it.opencit.catalogue.PriceRule;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies and services of a centre of these tests, new for each one since all share a database. */
class Stage {

    /** The centre where these tests write. */
    static final String CENTRE = "servizi-di-prova";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Period ALWAYS = new Period(LocalDate.of(2015, 1, 1), null);

    private final Organizations organizations;
    private final Agreements agreements;
    private final Catalogue catalogue;

    Stage(Organizations organizations, Agreements agreements, Catalogue catalogue) {
        this.organizations = organizations;
        this.agreements = agreements;
        this.catalogue = catalogue;
    }

    /** A Comune that is a member from 2015 to 2040. */
    OrganizationId member(String name) {
        OrganizationId body = comune(name);
        var days = new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2040, 12, 31));
        var scheme = agreements.addScheme(new Scheme(
                "Convenzione di prova " + NUMBER.incrementAndGet(),
                AgreementKind.CONVENZIONE_ART_30_TUEL,
                days,
                null,
                RenewalMode.EXPRESS,
                "",
                null,
                "Consiglio n. 29/2014",
                ""));
        agreements.addCompleted(new CompletedAccession(
                scheme,
                body,
                ApprovingBody.COUNCIL,
                "12",
                days.from(),
                days.from(),
                true,
                "Bruno Bianchi",
                "Sindaco",
                days.from(),
                days.from(),
                ProtocolNumber.of("00002619"),
                days.from(),
                days,
                ""));
        return body;
    }

    OrganizationId comune(String name) {
        return body(OrganizationKind.COMUNE, name);
    }

    OrganizationId body(OrganizationKind kind, String name) {
        OrganizationId id = organizations.add(OrganizationDetails.of(kind, name + " " + NUMBER.incrementAndGet()));
        organizations.record(
                id,
                new Figure(FigureKind.RESIDENTS, LocalDate.of(2013, 12, 31), new BigDecimal("4915"), "Prova", null));
        return id;
    }

    String name(OrganizationId id) {
        return organizations.get(id).fullName();
    }

    /** Mailboxes, the first included, 36 euro each beyond it; they go on by themselves. */
    OfferingId mailboxes() {
        return mailboxes(AllowanceSharing.EACH);
    }

    OfferingId mailboxes(AllowanceSharing sharing) {
        return offering(
                "Posta certificata",
                FeeKind.YEARLY,
                Continuation.TACIT,
                sharing,
                price(ChargeKind.YEARLY, "", "brescia-2015-2020/pec"));
    }

    /** PagoPA: activation by variant, then a yearly fee to be confirmed. */
    OfferingId payments() {
        return offering(
                "PagoPA",
                FeeKind.YEARLY,
                Continuation.CONFIRMED,
                AllowanceSharing.EACH,
                price(ChargeKind.ACTIVATION, "Regione Lombardia", "brescia-2015-2020/pagopa-attivazione-regione"),
                price(ChargeKind.ACTIVATION, "Partner tecnologico", "brescia-2015-2020/pagopa-attivazione-partner"),
                price(ChargeKind.YEARLY, "", "brescia-2015-2020/pagopa-assistenza"));
    }

    /** Look-ups, on consumption. */
    OfferingId lookups() {
        return offering(
                "Telemaco",
                FeeKind.YEARLY,
                Continuation.TACIT,
                AllowanceSharing.EACH,
                price(ChargeKind.CONSUMPTION, "", "brescia-2015-2020/telemaco-consultazioni"));
    }

    /** Signature kits, paid for once. */
    OfferingId kits() {
        return offering(
                "Kit di firma",
                FeeKind.ONE_OFF,
                Continuation.NONE,
                AllowanceSharing.EACH,
                price(ChargeKind.ACTIVATION, "", "brescia-2015-2020/firma-kit"));
    }

    private OfferingId offering(
            String title, FeeKind fee, Continuation continuation, AllowanceSharing sharing, PriceRule... prices) {
        int number = NUMBER.incrementAndGet();
        return catalogue.add(new OfferingDetails(
                "prova-" + number,
                title + " " + number,
                "Un servizio di prova",
                OfferingClass.SURCHARGE,
                OfferingLevel.BASE,
                OfferingArea.BACK_OFFICE,
                fee,
                continuation,
                List.of(prices),
                Eligibility.MEMBERS,
                sharing,
                "",
                null,
                ALWAYS));
    }

    private static PriceRule price(ChargeKind kind, String variant, String tariff) {
        return new PriceRule(kind, variant, tariff, ALWAYS);
    }

    static CompletedSubscription completed(
            OfferingId offering, OrganizationId body, String variant, String from, FeeTerm... terms) {
        NewRequest bare = NewRequest.of(offering, body, LocalDate.parse(from));
        return new CompletedSubscription(
                new NewRequest(
                        offering,
                        body,
                        variant,
                        bare.requestedOn(),
                        null,
                        new Contact("Anna Valenti", "anna@example.org", ""),
                        Map.of(),
                        List.of(),
                        null,
                        0,
                        Map.of(),
                        ""),
                LocalDate.parse(from),
                List.of(terms),
                List.of(),
                List.of(),
                null);
    }

    static DatedQuantity quantity(String key, String from, String to, int value) {
        return new DatedQuantity(
                key,
                new Period(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to)),
                BigDecimal.valueOf(value),
                "");
    }
}
