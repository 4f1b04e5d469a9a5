// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.LocalDate;

/**
 * Where a document stands in a register (protocollo): the number starts again every year, so the three together name it.
 *
 * @param register its name, Italian
 */
public record Protocol(String register, ProtocolNumber number, LocalDate date) {

    /** The register of a centre that has only one. */
    public static final String USUAL_REGISTER = "Protocollo generale";

    public Protocol {
        if (register.isBlank()) {
            throw Refusal.inField("protocolRegister", "subscriptions.protocol.register");
        }
    }

    /** Of the register of a centre that has only one. */
    public static Protocol of(ProtocolNumber number, LocalDate date) {
        return new Protocol(USUAL_REGISTER, number, date);
    }

    /** Such as {@code 00002619 del 10/01/2017}; another register than the usual one is named. */
    public String inItalian() {
        return number.digits() + " del " + Italian.date(date)
                + (register.equals(USUAL_REGISTER) ? "" : " (" + register + ")");
    }
}
