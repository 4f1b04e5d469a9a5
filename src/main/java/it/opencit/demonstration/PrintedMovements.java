// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.treasury.AccertamentoId;
import it.opencit.treasury.Act;
import it.opencit.treasury.AllocationId;
import it.opencit.treasury.NewAccertamento;
import it.opencit.treasury.NewProvvisorio;
import it.opencit.treasury.NewRiscossione;
import it.opencit.treasury.ProvvisorioId;
import it.opencit.treasury.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The three movements that the documents of the CIT of Brescia print. What they do not print is invented: the acts and
 * numbers of the second and third accertamento, the provvisori and orders of the first two.
 */
@Component
@Order(570)
class PrintedMovements implements DemonstrationPart {

    static final String CHAPTER =
            "3100936 - SERVIZI INFORMATICI - sviluppo ed utilizzo centro servizio territoriale-informatica-VINC. 508";
    private static final String CONVENTION = "Convenzione per adesione al CIT 2015-2020";

    private final Treasury treasury;
    private final Organizations organizations;

    PrintedMovements(Treasury treasury, Organizations organizations) {
        this.treasury = treasury;
        this.organizations = organizations;
    }

    @Override
    public void load(Centre centre) {
        if (!centre.code().equals("brescia")) {
            return;
        }
        collect(
                assess("1003", "Acquafredda", determina("857", LocalDate.of(2015, 8, 5)), CONVENTION, "405.30"),
                "Acquafredda",
                "405.30",
                12_044,
                LocalDate.of(2015, 9, 21),
                order("702", LocalDate.of(2015, 10, 5)));
        collect(
                assess(
                        "2104",
                        "Gardone Riviera",
                        determina("1702", LocalDate.of(2017, 12, 4)),
                        "Servizio Telemaco",
                        "56.00"),
                "Gardone Riviera",
                "56.00",
                16_577,
                LocalDate.of(2017, 12, 29),
                order("51", LocalDate.of(2018, 1, 9)));
        String unione = "Unione Comuni Bassa Bresciana Occidentale";
        collect(
                assess("655", unione, determina("412", LocalDate.of(2019, 3, 18)), CONVENTION, "300.00"),
                unione,
                "300.00",
                4_821,
                LocalDate.of(2019, 5, 15),
                order("233", LocalDate.of(2019, 5, 27)));
    }

    private AccertamentoId assess(String number, String name, Act act, String object, String amount) {
        Organization body = Members.named(organizations.all(), name);
        int year = act.date().getYear();
        return treasury.assess(new NewAccertamento(
                number,
                year,
                year,
                act,
                body.id(),
                body.fullName(),
                body.id(),
                body.fullName(),
                object,
                CHAPTER,
                Euro.of(amount),
                act.date().plusDays(60),
                "printed/" + number + "/" + year));
    }

    private void collect(
            AccertamentoId accertamento, String name, String amount, long number, LocalDate received, Act order) {
        Organization body = Members.named(organizations.all(), name);
        ProvvisorioId provvisorio = treasury.receive(new NewProvvisorio(
                received.getYear(),
                number,
                received,
                body.fullName().toUpperCase(Locale.ITALY),
                "",
                body.id(),
                "Versamento accertamento " + treasury.get(accertamento).label(),
                Euro.of(amount),
                "ACCREDITO BANCA D'ITALIA",
                ""));
        AllocationId allocation = treasury.allocate(provvisorio, accertamento, Euro.of(amount));
        treasury.collect(new NewRiscossione(order, order.date().getYear(), null, null), List.of(allocation));
    }

    private static Act determina(String number, LocalDate date) {
        return new Act("Determina dirigenziale", number, date);
    }

    private static Act order(String number, LocalDate date) {
        return new Act("Ordinanza di riscossione", number, date);
    }
}
