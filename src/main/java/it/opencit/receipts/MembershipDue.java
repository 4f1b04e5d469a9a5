// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.agreements.PayerShare;
import it.opencit.agreements.SchemeId;
import it.opencit.organizations.Organization;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import it.opencit.tariffs.Figure;
import it.opencit.tariffs.Outcome;
import it.opencit.tariffs.Tariff;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The quota that a member owes for a year, with all that it is computed from. Nothing of it is stored: the same acts and
 * figures give the same cents in any year.
 *
 * @param beneficiary the member
 * @param schemeId the convention
 * @param scheme its title
 * @param membership the days it is a member, also outside the year
 * @param tariff of the quota; {@code null} when the scheme has none or it is not valid in the year
 * @param outcome the amount, or why there is none
 * @param values that the tariff asked of the centre for the year
 * @param shares what other bodies take, in per cent; empty when the member pays by itself
 * @param payers whoever pays, adding up to the amount; empty when there is none
 */
public record MembershipDue(
        Organization beneficiary,
        int year,
        SchemeId schemeId,
        String scheme,
        Period membership,
        @Nullable Tariff tariff,
        Outcome outcome,
        List<YearValue> values,
        List<PayerShare> shares,
        List<Payer> payers) {

    /** The amount, VAT included; {@code null} when it cannot be computed. */
    public @Nullable Euro amount() {
        return outcome instanceof Outcome.Computed computed ? computed.amount() : null;
    }

    /** The figures of the body that counted; empty when there is no amount. */
    public List<Figure> figures() {
        return outcome instanceof Outcome.Computed computed ? computed.figures() : List.of();
    }

    /** The figure of a kind that counted. */
    public Optional<Figure> figure(String kind) {
        return figures().stream().filter(figure -> figure.kind().equals(kind)).findFirst();
    }

    /** Why there is no amount; "" when there is one. */
    public String refusal() {
        return outcome instanceof Outcome.Refused refused ? refused.reason().inItalian() : "";
    }

    /** The warnings on rule and figures, each once: {@code da confermare}, {@code dimostrativo}. */
    public List<String> warnings() {
        return outcome instanceof Outcome.Computed computed
                ? computed.marks().stream().map(mark -> mark.label()).distinct().toList()
                : List.of();
    }
}
