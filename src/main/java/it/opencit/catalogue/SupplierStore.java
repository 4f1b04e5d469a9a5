// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.PartitaIva;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suppliers of a centre. */
@Repository
class SupplierStore {

    private static final String SELECT = """
            select id, name, partita_iva, contact, email, pec, phone, website, notes, version
              from catalogue.supplier
            """;

    private final JdbcClient jdbc;

    SupplierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by name. */
    List<Supplier> all() {
        return jdbc.sql(SELECT + " order by opencit.plain(name), id")
                .query((row, _) -> supplier(row))
                .list();
    }

    Optional<Supplier> find(SupplierId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> supplier(row))
                .optional();
    }

    Optional<Supplier> named(String name) {
        return jdbc.sql(SELECT + " where name = :name")
                .param("name", name)
                .query((row, _) -> supplier(row))
                .optional();
    }

    Optional<Supplier> withVatNumber(PartitaIva number) {
        return jdbc.sql(SELECT + " where partita_iva = :number")
                .param("number", number.value())
                .query((row, _) -> supplier(row))
                .optional();
    }

    SupplierId add(SupplierDetails details) {
        return new SupplierId(
                jdbc.sql("""
                insert into catalogue.supplier (name, partita_iva, contact, email, pec, phone, website, notes)
                values (:name, :partitaIva, :contact, :email, :pec, :phone, :website, :notes)
                returning id""").params(parameters(details)).query(Long.class).single());
    }

    /** Saves what was written, unless someone else changed the supplier after we read it. */
    void save(Supplier changed) {
        int saved = jdbc.sql("""
                update catalogue.supplier
                   set name = :name, partita_iva = :partitaIva, contact = :contact, email = :email, pec = :pec,
                       phone = :phone, website = :website, notes = :notes, version = version + 1
                 where id = :id and version = :version""")
                .params(parameters(changed.details()))
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Supplier " + changed.id() + " changed after version " + changed.version());
        }
    }

    private static Map<String, @Nullable Object> parameters(SupplierDetails details) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        PartitaIva number = details.partitaIva();
        parameters.put("name", details.name());
        parameters.put("partitaIva", number == null ? null : number.value());
        parameters.put("contact", details.contact());
        parameters.put("email", details.email());
        parameters.put("pec", details.pec());
        parameters.put("phone", details.phone());
        parameters.put("website", details.website());
        parameters.put("notes", details.notes());
        return parameters;
    }

    private static Supplier supplier(ResultSet row) throws SQLException {
        String number = row.getString("partita_iva");
        return new Supplier(
                new SupplierId(row.getLong("id")),
                new SupplierDetails(
                        row.getString("name"),
                        number == null ? null : new PartitaIva(number),
                        row.getString("contact"),
                        row.getString("email"),
                        row.getString("pec"),
                        row.getString("phone"),
                        row.getString("website"),
                        row.getString("notes")),
                row.getInt("version"));
    }
}
