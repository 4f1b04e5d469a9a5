// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.tariffs.Tariff;
import it.opencit.tariffs.TariffJson;
import it.opencit.tariffs.Tariffs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A draft that the table of Brescia could vote on: something to try in the laboratory. */
@Component
@Order(450)
class DemonstrationDraft implements DemonstrationPart {

    private final Tariffs tariffs;

    DemonstrationDraft(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        try {
            Tariff draft = TariffJson.read(new ClassPathResource("demonstration/brescia-2027-quota.json")
                    .getContentAsString(StandardCharsets.UTF_8));
            tariffs.draft(draft, "brescia-2026-2036/quota");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
