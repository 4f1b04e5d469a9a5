// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How a tariff is called where those of many centres stand side by side. */
@Component
class TariffNames {

    private final Map<String, String> centres;

    TariffNames(Kits kits) {
        centres = kits.all().stream().collect(Collectors.toMap(Kit::code, Kit::shortName));
    }

    /** Such as "CIT Brescia: Quota di adesione al CIT 2015-2020". */
    String of(Tariff tariff) {
        return tariff.centre().isEmpty()
                ? tariff.title()
                : centres.getOrDefault(tariff.centre(), tariff.centre()) + ": " + tariff.title();
    }
}
