// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.NewCentre;
import it.opencit.tariffs.Kit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A centre as its kit describes it, at the host name of its code. */
final class DemonstrationCentres {

    private DemonstrationCentres() {}

    static NewCentre of(Kit kit) {
        String hours = kit.officeHours().stream()
                .map(each -> each.days() + " " + each.hours())
                .collect(Collectors.joining("; "));
        return new NewCentre(
                kit.code(),
                kit.name(),
                kit.shortName(),
                kit.operator(),
                List.of(kit.provinceCode()),
                kit.colours().primary().toLowerCase(Locale.ROOT),
                kit.colours().secondary().toLowerCase(Locale.ROOT),
                kit.contacts().address(),
                "",
                kit.contacts().email(),
                kit.contacts().pec(),
                hours,
                kit.legalTexts().privacy(),
                kit.legalTexts().footer(),
                List.of(kit.code() + ".localhost"));
    }
}
