// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.shared.ProtocolNumber;
import java.time.LocalDate;

/**
 * The centre signs and registers: the body is a member.
 *
 * @param date of the centre's signature
 * @param protocol number given by the lead body's register
 * @param protocolDate the register starts again every year, so number and date go together
 * @param from first day of membership
 * @param to last day of membership
 */
record Countersignature(
        LocalDate date, ProtocolNumber protocol, LocalDate protocolDate, LocalDate from, LocalDate to) {}
