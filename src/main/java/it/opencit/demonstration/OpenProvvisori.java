// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.treasury.Act;
import it.opencit.treasury.NewAccertamento;
import it.opencit.treasury.NewProvvisorio;
import it.opencit.treasury.Treasury;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is open on the day the demonstration is loaded, all invented: look-ups of Telemaco to collect, and provvisori that
 * have passed their sixty days, are about to, or have just come; some pay them plainly, some need a person.
 */
@Component
@Order(580)
class OpenProvvisori implements DemonstrationPart {

    private static final String TELEMACO = "Servizio Telemaco";

    private final Treasury treasury;
    private final Organizations organizations;
    private final Clock clock;

    OpenProvvisori(Treasury treasury, Organizations organizations, Clock clock) {
        this.treasury = treasury;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<Organization> bodies = organizations.all();
        int year = today.minusDays(100).getYear();
        Act act = new Act("Determina dirigenziale", "1390", today.minusDays(100));
        assess(bodies, "Gardone Riviera", act, year, "3120", TELEMACO, "84.00", today.minusDays(40));
        assess(bodies, "Bagnolo Mella", act, year, "3121", TELEMACO, "112.00", today.minusDays(40));
        assess(bodies, "Bagnolo Mella", act, year, "3122", "Formazione del personale", "240.00", today.plusDays(20));
        assess(bodies, "Toscolano-Maderno", act, year, "3123", TELEMACO, "28.00", today.plusDays(20));
        assess(bodies, "Dello", act, year, null, TELEMACO, "42.00", today.plusDays(20));

        receive(
                bodies,
                "Gardone Riviera",
                9_410,
                today.minusDays(66),
                "84.00",
                "SALDO TELEMACO",
                "ACCREDITO BANCA D'ITALIA");
        receive(
                bodies,
                "Bagnolo Mella",
                9_877,
                today.minusDays(52),
                "352.00",
                "TELEMACO E CORSI " + year,
                "ACCREDITO BANCA D'ITALIA");
        receive(
                bodies,
                "Toscolano-Maderno",
                10_402,
                today.minusDays(9),
                "28.00",
                "ACC. 3123/" + year,
                "SEPA CREDIT TRANSFER");
        receive(bodies, null, 10_431, today.minusDays(4), "42.00", "Vers. telemaco", "CASSA");
    }

    private void assess(
            List<Organization> bodies,
            String name,
            Act act,
            int year,
            @Nullable String number,
            String object,
            String amount,
            LocalDate due) {
        Organization body = Members.named(bodies, name);
        treasury.assess(new NewAccertamento(
                number,
                year,
                year,
                act,
                body.id(),
                body.fullName(),
                body.id(),
                body.fullName(),
                object,
                DemonstrationReceipts.CHAPTER,
                Euro.of(amount),
                due,
                "open/" + name + "/" + object));
    }

    private void receive(
            List<Organization> bodies,
            @Nullable String payer,
            long number,
            LocalDate received,
            String amount,
            String reason,
            String execution) {
        treasury.receive(new NewProvvisorio(
                received.getYear(),
                number,
                received,
                payer == null
                        ? "SERVIZI ECONOMALI"
                        : Members.named(bodies, payer).fullName().toUpperCase(Locale.ITALY),
                "",
                null,
                reason,
                Euro.of(amount),
                execution,
                ""));
    }
}
