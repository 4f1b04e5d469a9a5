// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.lists.Column;
import it.opencit.shared.lists.Filter;
import it.opencit.shared.lists.Listing;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The suppliers, with how many services they run and how many contracts are running. */
@Component
class SupplierList {

    private final Clock clock;

    SupplierList(Clock clock) {
        this.clock = clock;
    }

    Listing listing() {
        return Listing.named("fornitori")
                .from("catalogue.supplier s")
                .key("s.id")
                .column(Column.text("nome", "Fornitore", "s.name").linkedTo(Addresses.SUPPLIERS + "/{key}"))
                .column(Column.text("partita_iva", "Partita IVA", "s.partita_iva"))
                .column(Column.text("contatto", "Contatto", "s.contact"))
                .column(Column.text("email", "E-mail", "s.email"))
                .column(Column.text("telefono", "Telefono", "s.phone"))
                .column(Column.integer("servizi", "Servizi", """
                        (select count(*) from catalogue.offering o
                          where o.centre_id = s.centre_id and o.partner_id = s.id)"""))
                .column(Column.integer("contratti", "Contratti in corso", """
                        (select count(*) from catalogue.contract c
                          where c.centre_id = s.centre_id and c.supplier_id = s.id
                            and c.closed_on is null and cast(:today as date) between c.starts_on and c.ends_on)"""))
                .with("today", LocalDate.now(clock))
                .filter(
                        Filter.search(
                                "Nome o partita IVA",
                                "opencit.plain(s.name || ' ' || coalesce(s.partita_iva, '')) like '%' || opencit.plain(:word) || '%'"))
                .sortedBy("nome")
                .whenEmpty(
                        "Nessun fornitore. Aggiungi chi fornisce i servizi al centro, poi i contratti.",
                        "Aggiungi un fornitore",
                        Addresses.SUPPLIERS + "/nuovo");
    }
}
