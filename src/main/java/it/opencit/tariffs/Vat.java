// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Euro;
import it.opencit.shared.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * The VAT regime of a tariff: data, because it depends on the centre and on the service.
 *
 * @param rate per cent; {@code null} when exempt or out of scope
 * @param reference the norm or act that says so
 */
public record Vat(@Nullable Percentage rate, String reference) {

    /** VAT on a net amount, rounded half up to the cent. */
    public Euro on(Euro net) {
        return rate == null ? Euro.ZERO : Euro.roundHalfUp(rate.of(net.value()));
    }

    String words(Euro net) {
        return rate == null
                ? "IVA: esente (" + reference + ")"
                : "IVA " + rate.inItalian() + " su " + net.inItalian() + " (" + reference + ")";
    }
}
