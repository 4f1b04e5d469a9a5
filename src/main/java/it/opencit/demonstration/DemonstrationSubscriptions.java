// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.agreements.PayerShare;
import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.FeeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.Supplier;
import it.opencit.catalogue.SupplierId;
import it.opencit.centres.Centre;
import it.opencit.documents.PdfA;
import it.opencit.documents.Upload;
import it.opencit.organizations.BodyPerson;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.organizations.PersonRole;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import it.opencit.subscriptions.CompletedSubscription;
import it.opencit.subscriptions.Consumed;
import it.opencit.subscriptions.Contact;
import it.opencit.subscriptions.DatedQuantity;
import it.opencit.subscriptions.FeeTerm;
import it.opencit.subscriptions.NewRequest;
import it.opencit.subscriptions.Protocol;
import it.opencit.subscriptions.SubscriptionId;
import it.opencit.subscriptions.Subscriptions;
import it.opencit.subscriptions.Termination;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who uses which service. At Brescia the rows that the sources print, with their dates and amounts; the contacts, the
 * protocol numbers but one, and what Coccaglio has and asks are invented.
 */
@Component
@Order(560)
class DemonstrationSubscriptions implements DemonstrationPart {

    /** "I servizi erogati" of 2019, with the days on which the bodies asked. */
    private static final Map<String, LocalDate> PAGOPA_OF_2019 = Map.of(
            "Toscolano-Maderno", LocalDate.of(2016, 12, 27),
            "Bagnolo Mella", LocalDate.of(2017, 8, 2),
            "Soiano del Lago", LocalDate.of(2017, 1, 9),
            "Azzano Mella", LocalDate.of(2017, 1, 11),
            "Dello", LocalDate.of(2016, 12, 28),
            "Ceto", LocalDate.of(2017, 1, 4));

    private final Subscriptions subscriptions;
    private final Catalogue catalogue;
    private final Organizations organizations;
    private final Clock clock;

    DemonstrationSubscriptions(
            Subscriptions subscriptions, Catalogue catalogue, Organizations organizations, Clock clock) {
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        LocalDate today = LocalDate.now(clock);
        List<Organization> bodies = organizations.all();
        if (centre.code().equals("brescia")) {
            pagopaOf2019(bodies, today);
            breno(bodies);
            gardoneRiviera(bodies, today);
            coccaglio(named(bodies, "Coccaglio"), today);
            waiting(bodies, today);
        } else {
            elsewhere(bodies, today);
        }
    }

    private void pagopaOf2019(List<Organization> bodies, LocalDate today) {
        PAGOPA_OF_2019.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            LocalDate asked = entry.getValue();
            List<FeeTerm> terms = new ArrayList<>();
            for (int year = 2017; year <= today.getYear(); year++) {
                terms.add(
                        year == asked.getYear()
                                ? FeeTerm.from(ChargeKind.YEARLY, asked)
                                : FeeTerm.ofYear(ChargeKind.YEARLY, year));
            }
            used("pagopa", named(bodies, entry.getKey()), "Regione Lombardia", asked, terms, List.of(), List.of());
        });
    }

    /** The detail that the sources show; its contact is another person, invented. */
    private void breno(List<Organization> bodies) {
        Organization breno = named(bodies, "Breno");
        Organization unione = named(bodies, "Unione Antichi Borghi di Vallecamonica");
        LocalDate asked = LocalDate.of(2017, 1, 10);
        List<PayerShare> payers = List.of(new PayerShare(unione.id(), Percentage.of("100")));
        SubscriptionId id = subscriptions.addCompleted(new CompletedSubscription(
                new NewRequest(
                        offering("pagopa").id(),
                        breno.id(),
                        "Partner tecnologico",
                        asked,
                        Protocol.of(ProtocolNumber.of("00002619"), asked),
                        contact(breno),
                        Map.of(),
                        payers,
                        supplier("Maggioli"),
                        0,
                        Map.of(),
                        ""),
                LocalDate.of(2017, 1, 1),
                List.of(FeeTerm.ofYear(ChargeKind.ACTIVATION, 2017)),
                List.of(),
                payers,
                null));
        subscriptions.attachSigned(id, form("Breno_modulo adesione.pdf", breno, "PagoPA"));
    }

    /** 80 look-ups above those that the quota includes: the 56.00 euro that it paid. */
    private void gardoneRiviera(List<Organization> bodies, LocalDate today) {
        LocalDate from = LocalDate.of(2015, 3, 2);
        List<FeeTerm> terms = years(2016, today.getYear());
        SubscriptionId id = used("telemaco", named(bodies, "Gardone Riviera"), "", from, terms, List.of(), List.of());
        subscriptions.recordConsumption(
                new Consumed(id, "lookups", Period.ofYear(2017), new BigDecimal("80"), "Oltre la soglia compresa"));
    }

    /** The body whose person signs in to the demonstration: something of everything. */
    private void coccaglio(Organization coccaglio, LocalDate today) {
        var term = new Period(LocalDate.of(2024, 6, 10), null);
        organizations.add(coccaglio.id(), new BodyPerson(PersonRole.MAYOR, InventedPeople.number(11), "", "", term));
        organizations.add(
                coccaglio.id(),
                new BodyPerson(
                        PersonRole.CONTACT, "Elena Riva", "elena.riva@esempio.it", "030 0000000", "Segreteria", term));
        SubscriptionId mailboxes = used(
                "pec",
                coccaglio,
                "",
                LocalDate.of(2016, 2, 1),
                List.of(FeeTerm.from(ChargeKind.YEARLY, LocalDate.of(2016, 2, 1))),
                List.of(
                        quantity("mailboxes", LocalDate.of(2016, 2, 1), LocalDate.of(2019, 6, 30), "3"),
                        quantity("mailboxes", LocalDate.of(2019, 7, 1), null, "5")),
                List.of());
        used(
                "pagopa",
                coccaglio,
                "Regione Lombardia",
                LocalDate.of(2018, 3, 1),
                paidFrom(2018, today),
                List.of(),
                List.of());
        used("portale", coccaglio, "", LocalDate.of(2016, 1, 1), years(2016, today.getYear()), List.of(), List.of());
        used(
                "firma-digitale",
                coccaglio,
                "Rilascio del kit",
                LocalDate.of(2017, 5, 15),
                List.of(FeeTerm.ofYear(ChargeKind.ACTIVATION, 2017)),
                List.of(quantity("kits", LocalDate.of(2017, 5, 15), LocalDate.of(2017, 12, 31), "5")),
                List.of());
        subscriptions.addCompleted(new CompletedSubscription(
                asking("piano-performance", coccaglio, "", LocalDate.of(2016, 1, 20), Map.of()),
                LocalDate.of(2016, 1, 20),
                years(2017, 2019),
                List.of(),
                List.of(),
                new Termination(
                        LocalDate.of(2019, 11, 5),
                        null,
                        LocalDate.of(2019, 12, 31),
                        "L'ente usa un proprio applicativo")));
        subscriptions.requestMore(
                mailboxes,
                today.minusDays(2),
                Map.of("mailboxes", new BigDecimal("6")),
                today.withDayOfMonth(1).plusMonths(1),
                "Nuovo ufficio tributi");
        SubscriptionId sms = ask("sms", coccaglio, today.minusDays(3), Map.of());
        subscriptions.attachSigned(sms, form("Coccaglio_modulo sms.pdf", coccaglio, "SMS in comune"));
        SubscriptionId wifi = ask("wifi", coccaglio, today.minusDays(9), Map.of());
        subscriptions.review(wifi, today.minusDays(7));
        SubscriptionId hosting = ask("hosting-drupal", coccaglio, today.minusDays(60), Map.of());
        subscriptions.review(hosting, today.minusDays(58));
        subscriptions.refuse(
                hosting, today.minusDays(55), "Il Comune ha già il portale istituzionale: l'hosting vi è compreso");
        SubscriptionId seclog = ask("seclog", coccaglio, today.minusDays(90), Map.of());
        subscriptions.withdraw(seclog, today.minusDays(80), "Si attende il nuovo amministratore di sistema");
    }

    /** Requests of other bodies at every stage on the day of the demonstration. */
    private void waiting(List<Organization> bodies, LocalDate today) {
        ask("conservazione", named(bodies, "Dello"), today.minusDays(1), Map.of());
        SubscriptionId portal = ask("portale", named(bodies, "Azzano Mella"), today.minusDays(20), Map.of());
        subscriptions.review(portal, today.minusDays(18));
        subscriptions.assign(portal, today.minusDays(12), "Carla Monti", supplier("Maggioli"));
        SubscriptionId mail = used(
                "posta",
                named(bodies, "Ceto"),
                "",
                LocalDate.of(2018, 1, 1),
                years(2018, today.getYear()),
                List.of(),
                List.of());
        subscriptions.requestTermination(
                mail,
                new Termination(
                        today.minusDays(5),
                        null,
                        LocalDate.of(today.getYear(), 12, 31),
                        "Passaggio al sistema di posta dell'Unione"));
        used(
                "portale",
                named(bodies, "Torbole Casaglia"),
                "",
                LocalDate.of(2017, 2, 1),
                years(2017, today.getYear()),
                List.of(),
                List.of());
    }

    /** Three Comuni of each other centre use its first two yearly services. */
    private void elsewhere(List<Organization> bodies, LocalDate today) {
        List<Offering> yearly = catalogue.offeredOn(today).stream()
                .filter(offering -> offering.fee() == FeeKind.YEARLY)
                .limit(2)
                .toList();
        bodies.stream()
                .filter(body -> body.kind() == OrganizationKind.COMUNE)
                .limit(3)
                .forEach(body -> yearly.forEach(offering -> used(
                        offering.code(),
                        body,
                        offering.variants(today).stream().findFirst().orElse(""),
                        LocalDate.of(today.getYear() - 1, 1, 1),
                        years(today.getYear() - 1, today.getYear()),
                        List.of(),
                        List.of())));
    }

    private SubscriptionId used(
            String code,
            Organization body,
            String variant,
            LocalDate asked,
            List<FeeTerm> terms,
            List<DatedQuantity> quantities,
            List<PayerShare> payers) {
        return subscriptions.addCompleted(new CompletedSubscription(
                asking(code, body, variant, asked, Map.of()), asked, terms, quantities, payers, null));
    }

    private SubscriptionId ask(String code, Organization body, LocalDate on, Map<String, BigDecimal> quantities) {
        return subscriptions.request(asking(code, body, "", on, quantities));
    }

    private NewRequest asking(
            String code, Organization body, String variant, LocalDate on, Map<String, BigDecimal> quantities) {
        return new NewRequest(
                offering(code).id(),
                body.id(),
                variant,
                on,
                null,
                contact(body),
                quantities,
                List.of(),
                null,
                0,
                Map.of(),
                "");
    }

    private Offering offering(String code) {
        return catalogue.byCode(code).orElseThrow(() -> new IllegalStateException("Not in the catalogue: " + code));
    }

    private @Nullable SupplierId supplier(String name) {
        return catalogue.suppliers().stream()
                .filter(supplier -> supplier.name().equals(name))
                .map(Supplier::id)
                .findFirst()
                .orElse(null);
    }

    private static Contact contact(Organization body) {
        String name = InventedPeople.number(body.id().value() + 7);
        return new Contact(name, name.toLowerCase(java.util.Locale.ITALIAN).replace(' ', '.') + "@esempio.it", "");
    }

    private static List<FeeTerm> years(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> FeeTerm.ofYear(ChargeKind.YEARLY, year))
                .toList();
    }

    /** An activation in its first year, then a fee every year until this one. */
    private static List<FeeTerm> paidFrom(int first, LocalDate today) {
        List<FeeTerm> terms = new ArrayList<>(years(first + 1, today.getYear()));
        terms.add(FeeTerm.ofYear(ChargeKind.ACTIVATION, first));
        return terms;
    }

    private static DatedQuantity quantity(String key, LocalDate from, @Nullable LocalDate to, String value) {
        return new DatedQuantity(key, new Period(from, to), new BigDecimal(value), "");
    }

    /** A form that says what it is, in place of one that somebody signed. */
    private static Upload form(String name, Organization body, String service) {
        byte[] pdf = PdfA.print("""
                <html lang="it"><head><title>Modulo dimostrativo</title>
                <meta name="description" content="Modulo dimostrativo di richiesta di un servizio"/>
                <style>body { font-family: 'Titillium Web'; }</style></head>
                <body><h1>Modulo dimostrativo</h1><p>%s chiede il servizio %s.</p></body></html>
                """.formatted(body.fullName(), service));
        return new Upload(name, new ByteArrayInputStream(pdf));
    }

    private static Organization named(List<Organization> bodies, String name) {
        return bodies.stream()
                .filter(body -> body.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not among the bodies: " + name));
    }
}
