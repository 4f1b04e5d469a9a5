// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.Organization;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service would cost one body this year.
 *
 * @param member whether it has a convention in force
 * @param refusal why it may not ask for the service; {@code null} when it may
 * @param inputs what may be stated to compute it again
 */
public record ServiceQuote(
        Organization body,
        boolean member,
        int year,
        @Nullable Refusal refusal,
        List<Input> inputs,
        List<ServiceCost> costs) {

    public ServiceQuote {
        inputs = List.copyOf(inputs);
        costs = List.copyOf(costs);
    }

    /**
     * Something that is counted.
     *
     * @param key of the quantity, or kind of the figure
     * @param label Italian question, such as "Caselle PEC attive nell'anno"
     * @param value taken for the calculation
     */
    public record Input(String key, String label, BigDecimal value) {}
}
