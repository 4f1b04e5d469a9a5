// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Instant;

/** Why a mailbox is not read, and since when. */
record MailboxTrouble(Instant since, String what) {}
