// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.access.Persons;
import it.opencit.catalogue.Suppliers;
import it.opencit.centres.Centre;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One invented person per staff role, known at every centre, one of a Comune and one of three; all with the same password. */
@Component
@Order(552)
class DemonstrationUsers implements DemonstrationPart {

    static final String PASSWORD = "demo";

    /** Whose person is {@code fornitore}, and who has some of the tickets. */
    static final String SUPPLIER = "Fornitore dimostrativo di reti";

    private final Persons persons;

    private final Organizations organizations;
    private final Suppliers suppliers;

    DemonstrationUsers(Persons persons, Organizations organizations, Suppliers suppliers) {
        this.suppliers = suppliers;
        this.organizations = organizations;
        this.persons = persons;
    }

    @Override
    public void load(Centre centre) {
        give("coordinatore", "Anna Valenti", Role.COORDINATORE);
        give("amministrativo", "Bruno Serra", Role.AMMINISTRATIVO);
        give("operatore", "Carla Monti", Role.OPERATORE);
        give("redattore", "Dario Fontana", Role.REDATTORE);
        if (centre.code().equals("brescia")) {
            persons.grant(persons.enrol("comune", "Elena Riva", PASSWORD), Role.REFERENTE, body("Coccaglio"));
            long segretaria = persons.enrol("segretaria", "Marta Gatti", PASSWORD);
            for (String comune : List.of("Rovato", "Chiari", "Cologne")) {
                persons.grant(segretaria, Role.REFERENTE, body(comune));
            }
            suppliers
                    .named(SUPPLIER)
                    .ifPresent(supplier -> persons.grantSupplier(
                            persons.enrol("fornitore", "Franca Leoni", PASSWORD),
                            supplier.id().value()));
        }
    }

    private long body(String name) {
        return organizations
                .search(name, OrganizationKind.COMUNE, null, 1)
                .getFirst()
                .id()
                .value();
    }

    private void give(String username, String name, Role role) {
        persons.grant(persons.enrol(username, name, PASSWORD), role, null);
    }
}
