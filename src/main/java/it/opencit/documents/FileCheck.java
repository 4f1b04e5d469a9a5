// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.nio.file.Path;

/** Looks into a file that arrives, before it is kept: an antivirus, where the installation has one. */
interface FileCheck {

    /**
     * Lets a file through, or does not.
     *
     * @param name as who sends it calls it
     * @param content where it lies meanwhile
     * @throws Refusal when it is harmful, or when that could not be found out
     */
    void look(String name, Path content);
}
