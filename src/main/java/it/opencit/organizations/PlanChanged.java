// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Refusal;
import java.util.List;

/** The bodies changed between the preview of an import and its application. */
final class PlanChanged extends Refusal {

    private final transient List<String> differences;

    /** @param differences Italian, one for each row whose outcome is no longer the one shown */
    PlanChanged(List<String> differences) {
        super("organizations.import.changed-meanwhile", differences.size());
        this.differences = List.copyOf(differences);
    }

    List<String> differences() {
        return differences;
    }
}
