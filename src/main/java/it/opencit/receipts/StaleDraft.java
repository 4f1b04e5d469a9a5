// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import org.springframework.dao.OptimisticLockingFailureException;

/** What somebody wants to approve is not what would be approved. */
final class StaleDraft extends OptimisticLockingFailureException {

    StaleDraft(int year, String read) {
        super("The draft of " + year + " is no longer " + read);
    }
}
