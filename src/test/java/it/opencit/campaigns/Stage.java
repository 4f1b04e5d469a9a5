// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.ApprovingBody;
import it.opencit.agreements.CompletedAccession;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.campaigns.SheetAnswers.LineReply;
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
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import it.opencit.subscriptions.CompletedSubscription;
import it.opencit.subscriptions.DatedQuantity;
import it.opencit.subscriptions.FeeTerm;
import it.opencit.subscriptions.NewRequest;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/** Bodies, services and campaigns of centres of these tests: a campaign is for all bodies of its centre, so each has its own. */
class Stage {

    /** The day on which these tests play. */
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    static final LocalDate DEADLINE = LocalDate.of(2026, 12, 20);

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Period ALWAYS = new Period(LocalDate.of(2015, 1, 1), null);

    @Autowired
    Organizations organizations;

    @Autowired
    Agreements agreements;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Campaigns campaigns;

    /** The code of a centre that nobody else uses. */
    static String newCentre() {
        return "campagna-" + NUMBER.incrementAndGet();
    }

    OrganizationId member(String name) {
        return member(name, "");
    }

    /** A Comune with a convention, ten workstations and, unless its address is blank, a contact. */
    OrganizationId member(String name, String email) {
        OrganizationId body = organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, name));
        organizations.record(
                body, new Figure(FigureKind.WORKSTATIONS, LocalDate.of(2025, 12, 31), BigDecimal.TEN, "Prova", null));
        organizations.record(
                body,
                new Figure(FigureKind.RESIDENTS, LocalDate.of(2024, 12, 31), BigDecimal.valueOf(4915), "Prova", null));
        if (!email.isEmpty()) {
            organizations.add(body, new BodyPerson(PersonRole.CONTACT, "Bruno Bianchi", email, "030 1", ALWAYS));
        }
        var scheme = agreements.addScheme(new Scheme(
                "Convenzione di prova " + NUMBER.incrementAndGet(),
                AgreementKind.CONVENZIONE_ART_30_TUEL,
                new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2040, 12, 31)),
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
                ALWAYS.from(),
                ALWAYS.from(),
                true,
                "Bruno Bianchi",
                "Sindaco",
                ALWAYS.from(),
                ALWAYS.from(),
                ProtocolNumber.of("00002619"),
                ALWAYS.from(),
                ALWAYS,
                ""));
        return body;
    }

    OfferingId mailboxes() {
        return offering("Posta certificata", Continuation.TACIT, price(ChargeKind.YEARLY, "", "brescia-2015-2020/pec"));
    }

    OfferingId payments() {
        return offering(
                "PagoPA",
                Continuation.CONFIRMED,
                price(ChargeKind.ACTIVATION, "Regione Lombardia", "brescia-2015-2020/pagopa-attivazione-regione"),
                price(ChargeKind.ACTIVATION, "Partner tecnologico", "brescia-2015-2020/pagopa-attivazione-partner"),
                price(ChargeKind.YEARLY, "", "brescia-2015-2020/pagopa-assistenza"));
    }

    OfferingId plain(String title) {
        return offering(title, Continuation.CONFIRMED);
    }

    private OfferingId offering(String title, Continuation continuation, PriceRule... prices) {
        int number = NUMBER.incrementAndGet();
        return catalogue.add(new OfferingDetails(
                "prova-" + number,
                title,
                "Un servizio di prova",
                OfferingClass.SURCHARGE,
                OfferingLevel.BASE,
                OfferingArea.BACK_OFFICE,
                FeeKind.YEARLY,
                continuation,
                List.of(prices),
                Eligibility.MEMBERS,
                AllowanceSharing.EACH,
                "",
                null,
                ALWAYS));
    }

    private static PriceRule price(ChargeKind kind, String variant, String tariff) {
        return new PriceRule(kind, variant, tariff, ALWAYS);
    }

    SubscriptionId uses(OrganizationId body, OfferingId offering, String variant, Map<String, Integer> quantities) {
        LocalDate from = LocalDate.of(2024, 3, 1);
        NewRequest bare = NewRequest.of(offering, body, from);
        return subscriptions.addCompleted(new CompletedSubscription(
                new NewRequest(
                        offering,
                        body,
                        variant,
                        from,
                        null,
                        bare.contact(),
                        Map.of(),
                        List.of(),
                        null,
                        0,
                        Map.of(),
                        ""),
                from,
                List.of(
                        FeeTerm.from(ChargeKind.YEARLY, from),
                        FeeTerm.ofYear(ChargeKind.YEARLY, 2025),
                        FeeTerm.ofYear(ChargeKind.YEARLY, 2026)),
                quantities.entrySet().stream()
                        .map(entry -> new DatedQuantity(
                                entry.getKey(), new Period(from, null), BigDecimal.valueOf(entry.getValue()), ""))
                        .toList(),
                List.of(),
                null));
    }

    SubscriptionId uses(OrganizationId body, OfferingId offering) {
        return uses(body, offering, "", Map.of());
    }

    static CampaignDetails details(Integer... reminderDays) {
        return new CampaignDetails(
                "Conferma dei servizi 2027",
                CampaignKind.CONFIRMATION,
                2027,
                TODAY,
                DEADLINE,
                "Confermate i servizi.",
                List.of(reminderDays),
                false,
                true,
                true,
                Set.of(),
                List.of(FigureKind.WORKSTATIONS));
    }

    /** An open campaign for all members of the centre. */
    CampaignId open(Integer... reminderDays) {
        CampaignId id = campaigns.add(details(reminderDays));
        campaigns.schedule(id, 0);
        return id;
    }

    static SheetAnswers answers(LineReply... lines) {
        return new SheetAnswers(List.of(lines), Map.of(FigureKind.WORKSTATIONS, BigDecimal.valueOf(12)), List.of(), "");
    }
}
