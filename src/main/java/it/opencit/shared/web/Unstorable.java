// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells what somebody sent and no column can hold, such as a null character or a cut address, from a defect of ours. */
final class Unstorable {

    private Unstorable() {}

    /**
     * Passes when the database refused the form of a value (SQLSTATE class 22, data exception).
     *
     * @throws DataIntegrityViolationException the same one, when it refused something else
     */
    static void orRethrow(DataIntegrityViolationException refused) {
        boolean aboutForm = refused.getMostSpecificCause() instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith("22");
        if (!aboutForm) {
            throw refused;
        }
    }
}
