// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationKind;
import java.util.Set;

/**
 * How the centre asks for money. Texts that are not known yet are "".
 *
 * @param due when what is requested must be paid
 * @param chapter of the budget proposed at each approval, code and title
 * @param treasuryKinds kinds of body in Tesoreria Unica: they pay by girofondi
 * @param otherwise channel of all the others
 * @param document which document asks for the money
 * @param taxCode of the creditor, eleven digits
 * @param segregation code given by PagoPA, 00 to 45
 * @param iban of the centre's treasurer
 * @param treasuryAccount number of the account in Tesoreria Unica at the Banca d'Italia
 * @param intervals of the reminders
 * @param version for optimistic locking
 */
public record Terms(
        DueRule due,
        String chapter,
        Set<OrganizationKind> treasuryKinds,
        Channel otherwise,
        RequestDocument document,
        String taxCode,
        String segregation,
        String iban,
        String treasuryAccount,
        ReminderIntervals intervals,
        int version) {

    /** Where a centre has said nothing: 30 days from receipt, local bodies in Tesoreria Unica (L. 720/1984, table A). */
    public static final Terms USUAL = new Terms(
            new DueRule(DueRule.Kind.AFTER_RECEIPT, 30),
            "",
            Set.of(
                    OrganizationKind.COMUNE,
                    OrganizationKind.UNIONE,
                    OrganizationKind.COMUNITA_MONTANA,
                    OrganizationKind.PROVINCIA,
                    OrganizationKind.CITTA_METROPOLITANA,
                    OrganizationKind.CONSORZIO),
            Channel.PAGOPA,
            RequestDocument.REQUEST,
            "",
            "",
            "",
            "",
            new ReminderIntervals(15, 30, 30),
            0);

    public Terms {
        treasuryKinds = Set.copyOf(treasuryKinds);
    }

    /** The channel of a kind of body. */
    public Channel channel(OrganizationKind kind) {
        return treasuryKinds.contains(kind) ? Channel.GIROFONDI : otherwise;
    }

    /** What is missing to be paid through a channel; "" when nothing is. */
    String missing(Channel channel) {
        return switch (channel) {
            case GIROFONDI -> treasuryAccount.isEmpty() ? "il conto di Tesoreria Unica" : "";
            case BANK -> iban.isEmpty() ? "l'IBAN" : "";
            case PAGOPA ->
                taxCode.isEmpty()
                        ? "il codice fiscale dell'ente creditore"
                        : segregation.isEmpty() ? "il codice di segregazione pagoPA" : "";
        };
    }
}
