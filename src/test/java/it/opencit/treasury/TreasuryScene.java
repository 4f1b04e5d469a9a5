// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies, accertamenti and provvisori, new for each test since all share one database. Called inside a transaction. */
final class TreasuryScene {

    static final String CENTRE = "tesoro";
    static final Act DETERMINA = new Act("Determina dirigenziale", "857", LocalDate.of(2015, 8, 5));
    static final String CHAPTER = "3100936 - SERVIZI INFORMATICI";

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private final Organizations organizations;
    private final Treasury treasury;

    TreasuryScene(Organizations organizations, Treasury treasury) {
        this.organizations = organizations;
        this.treasury = treasury;
    }

    static int next() {
        return NUMBER.incrementAndGet();
    }

    OrganizationId comune(String name) {
        return organizations.add(OrganizationDetails.of(OrganizationKind.COMUNE, name));
    }

    AccertamentoId assessed(OrganizationId body, String amount) {
        return treasury.assess(of(body, "Servizio Telemaco", 2015, amount));
    }

    NewAccertamento of(OrganizationId body, String object, int fiscalYear, String amount) {
        String name = organizations.get(body).fullName();
        return new NewAccertamento(
                Integer.toString(next()),
                fiscalYear,
                fiscalYear,
                DETERMINA,
                body,
                name,
                body,
                name,
                object,
                CHAPTER,
                Euro.of(amount),
                LocalDate.of(fiscalYear, 12, 31),
                "");
    }

    ProvvisorioId received(String payer, String amount, String day, String reason) {
        LocalDate date = LocalDate.parse(day);
        return treasury.receive(
                new NewProvvisorio(date.getYear(), next(), date, payer, "", null, reason, Euro.of(amount), "", ""));
    }
}
