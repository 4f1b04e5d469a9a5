// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.List;

/** What a service costs to a body, in sentences. */
final class OfferWords {

    private OfferWords() {}

    /** A sentence for each price; one that says that the quota includes it when there is none. */
    static List<String> costs(Offer offer, OrganizationKind kind, String variant) {
        List<String> sentences = new ArrayList<>();
        for (OfferCost cost : offer.costs()) {
            if (variant.isEmpty() || cost.variant().isEmpty() || cost.variant().equals(variant)) {
                sentences.add(cost(cost, kind));
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(who(kind) + ": compreso nella quota di adesione.");
        }
        return sentences;
    }

    static String cost(OfferCost cost, OrganizationKind kind) {
        Euro amount = cost.amount();
        String what = cost.variant().isEmpty() ? "" : " (" + cost.variant() + ")";
        if (cost.isQuoted()) {
            return who(kind) + what + ": su preventivo.";
        }
        if (amount == null) {
            return "Costo" + what + " da definire: " + SubscriptionFacts.refusal(cost.outcome());
        }
        return who(kind) + what + ": " + amount(cost, amount) + ".";
    }

    /** Such as {@code Già comprese nella quota (caselle): 3, ancora libere 2.} */
    static String allowance(OfferAllowance allowance) {
        return "Quantità comprese nella quota (" + allowance.unit() + ")"
                + (allowance.shared() ? ", in comune tra l'Unione e i suoi membri" : "")
                + ": " + Italian.number(allowance.included()) + ", ancora libere "
                + Italian.number(allowance.left()) + ".";
    }

    /** Such as {@code 1.800,00 € l'anno (postazioni: 3)}, for who is not the body. */
    static String price(OfferCost cost) {
        Euro amount = cost.amount();
        if (cost.isQuoted()) {
            return "Su preventivo";
        }
        return amount == null ? "Da definire: " + SubscriptionFacts.refusal(cost.outcome()) : amount(cost, amount);
    }

    private static String amount(OfferCost cost, Euro amount) {
        return amount.inItalian()
                + switch (cost.kind()) {
                    case ACTIVATION -> " una volta, all'attivazione";
                    case YEARLY -> " l'anno";
                    case CONSUMPTION -> " a consumo";
                }
                + (cost.units().isEmpty() ? "" : " (" + cost.units() + ")");
    }

    private static String who(OrganizationKind kind) {
        return kind == OrganizationKind.COMUNE ? "Per il tuo Comune" : "Per il tuo ente";
    }
}
