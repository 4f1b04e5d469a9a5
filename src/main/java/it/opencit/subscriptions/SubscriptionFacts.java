// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.subscriptions.pages.SubscriptionPage.Fact;
import it.opencit.subscriptions.pages.SubscriptionPage.Section;
import it.opencit.subscriptions.pages.SubscriptionPage.StepLine;
import it.opencit.tariffs.Mark;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.Vat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a subscription, in the words of the office. */
final class SubscriptionFacts {

    private SubscriptionFacts() {}

    static List<Section> sections(
            Subscription subscription, Offering offering, String partner, String assignedSupplier) {
        SubscriptionState state = subscription.state();
        List<Section> sections = new ArrayList<>();
        List<Fact> service = new ArrayList<>();
        service.add(new Fact("Tipologia", offering.offeringClass().label()));
        service.add(new Fact("Canone", offering.fee().label()));
        service.add(new Fact("Prosecuzione", offering.continuation().label()));
        add(service, "Variante", subscription.variant());
        add(service, "Partner tecnologico", partner);
        service.add(new Fact("Data richiesta", Italian.date(subscription.requestedOn())));
        add(service, "Referente", subscription.contact().name());
        add(service, "E-mail del referente", subscription.contact().email());
        add(service, "Telefono del referente", subscription.contact().phone());
        sections.add(new Section("Il servizio", service));
        List<Fact> life = new ArrayList<>();
        Assignment assignment = state.assignment();
        if (assignment != null) {
            life.add(new Fact("Attivazione curata da", assignment.person()));
            add(life, "Fornitore incaricato", assignedSupplier);
        }
        add(life, "In uso dal", Italian.date(state.firstDay()));
        switch (state) {
            case SubscriptionState.InTermination s -> ending(life, "Ultimo giorno chiesto", s.lastDay(), s.reason());
            case SubscriptionState.Terminated s -> ending(life, "Ultimo giorno di uso", s.lastDay(), s.reason());
            case SubscriptionState.Refused(var on, var reason) -> ending(life, "Rifiutata il", on, reason);
            case SubscriptionState.Withdrawn(var on, var reason) -> ending(life, "Ritirata il", on, reason);
            default -> {}
        }
        if (!life.isEmpty()) {
            sections.add(new Section("Uso", life));
        }
        return sections;
    }

    private static void ending(List<Fact> facts, String label, LocalDate day, String reason) {
        facts.add(new Fact(label, Italian.date(day)));
        facts.add(new Fact("Motivo", reason));
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    /** As the office calls the fee. */
    static String fee(ChargeKind kind) {
        return switch (kind) {
            case ACTIVATION -> "Una tantum";
            case YEARLY -> "Annuale";
            case CONSUMPTION -> "A consumo";
        };
    }

    /** The amount in euro, or why there is none. */
    static String amount(PricedCharge priced) {
        Euro amount = priced.amount();
        return amount == null ? refusal(priced.outcome()) : amount.inItalian();
    }

    static String refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused(Refusal reason) ? reason.inItalian() : "";
    }

    /** The steps of an explanation; none when there is no amount. */
    static List<StepLine> steps(Outcome outcome) {
        if (!(outcome instanceof Outcome.Computed computed)) {
            return List.of();
        }
        return computed.steps().stream()
                .map(step -> new StepLine(
                        step.text(),
                        Italian.money(step.amount()),
                        step.depth(),
                        step.marks().stream().map(Mark::label).distinct().collect(Collectors.joining(", "))))
                .toList();
    }

    /** {@code ESENTE}, {@code 22 %}; "" when the tariff says nothing of VAT. */
    static String vat(@Nullable Tariff tariff) {
        Vat vat = tariff == null ? null : tariff.vat();
        return vat == null ? "" : vat.rate() == null ? "ESENTE" : vat.rate().inItalian();
    }
}
