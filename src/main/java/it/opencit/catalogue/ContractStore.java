// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Cig;
import it.opencit.shared.Euro;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contracts with the suppliers. */
@Repository
class ContractStore {

    /** Whether the end of a contract {@code c} still matters. */
    static final String OPEN = """
            (c.closed_on is null and not exists (
                select from catalogue.contract n where n.centre_id = c.centre_id and n.renews_id = c.id))""";

    private static final String SELECT = """
            select c.id, c.supplier_id, c.object, c.starts_on, c.ends_on, c.notice_days, c.cig, c.amount, c.act, c.notes,
                   c.closed_on, c.renews_id, c.version,
                   exists (select from catalogue.contract n where n.centre_id = c.centre_id and n.renews_id = c.id) as renewed,
                   array (select o.offering_id from catalogue.contract_offering o
                           where o.centre_id = c.centre_id and o.contract_id = c.id) as offerings
              from catalogue.contract c
            """;

    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, the first to end first. */
    List<Contract> all() {
        return jdbc.sql(SELECT + " order by c.ends_on, c.id")
                .query((row, _) -> contract(row))
                .list();
    }

    Optional<Contract> find(ContractId id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id.value())
                .query((row, _) -> contract(row))
                .optional();
    }

    /** How many contracts each alert tells of, in one query. */
    Map<ContractAlert, Long> count(LocalDate today) {
        String counts = Arrays.stream(ContractAlert.values())
                .map(alert -> "count(*) filter (where " + alert.sql() + ") as " + alert.name())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from catalogue.contract c")
                .param("today", today)
                .query((row, _) -> {
                    Map<ContractAlert, Long> found = new EnumMap<>(ContractAlert.class);
                    for (ContractAlert alert : ContractAlert.values()) {
                        found.put(alert, row.getLong(alert.name()));
                    }
                    return found;
                })
                .single();
    }

    ContractId add(ContractDetails details) {
        var id = new ContractId(
                jdbc.sql("""
                insert into catalogue.contract
                       (supplier_id, object, starts_on, ends_on, notice_days, cig, amount, act, notes, closed_on, renews_id)
                values (:supplier, :object, :startsOn, :endsOn, :noticeDays, :cig, :amount, :act, :notes, :closedOn, :renews)
                returning id""").params(parameters(details)).query(Long.class).single());
        connect(id, details);
        return id;
    }

    /** Saves what was written, unless someone else changed the contract after we read it. */
    void save(ContractId id, ContractDetails details, int version) {
        int saved = jdbc.sql("""
                update catalogue.contract
                   set supplier_id = :supplier, object = :object, starts_on = :startsOn, ends_on = :endsOn,
                       notice_days = :noticeDays, cig = :cig, amount = :amount, act = :act, notes = :notes,
                       closed_on = :closedOn, renews_id = :renews, version = version + 1
                 where id = :id and version = :version""")
                .params(parameters(details))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Contract " + id + " changed after version " + version);
        }
        connect(id, details);
    }

    private void connect(ContractId id, ContractDetails details) {
        Long[] offerings =
                details.offerings().stream().map(OfferingId::value).sorted().toArray(Long[]::new);
        jdbc.sql(
                        "delete from catalogue.contract_offering where contract_id = :id and offering_id <> all (:offerings::bigint[])")
                .param("id", id.value())
                .param("offerings", offerings)
                .update();
        jdbc.sql("""
                insert into catalogue.contract_offering (contract_id, offering_id)
                select :id, unnest(:offerings::bigint[])
                on conflict do nothing""").param("id", id.value()).param("offerings", offerings).update();
    }

    private static Map<String, @Nullable Object> parameters(ContractDetails details) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Cig cig = details.cig();
        Euro amount = details.amount();
        ContractId renews = details.renews();
        parameters.put("supplier", details.supplier().value());
        parameters.put("object", details.object());
        parameters.put("startsOn", details.period().from());
        parameters.put("endsOn", details.endsOn());
        parameters.put("noticeDays", details.noticeDays());
        parameters.put("cig", cig == null ? null : cig.value());
        parameters.put("amount", amount == null ? null : amount.value());
        parameters.put("act", details.act());
        parameters.put("notes", details.notes());
        parameters.put("closedOn", details.closedOn());
        parameters.put("renews", renews == null ? null : renews.value());
        return parameters;
    }

    private static Contract contract(ResultSet row) throws SQLException {
        String cig = row.getString("cig");
        BigDecimal amount = row.getBigDecimal("amount");
        Long renews = row.getObject("renews_id", Long.class);
        Long[] offerings = (Long[]) row.getArray("offerings").getArray();
        return new Contract(
                new ContractId(row.getLong("id")),
                new ContractDetails(
                        new SupplierId(row.getLong("supplier_id")),
                        row.getString("object"),
                        Arrays.stream(offerings).map(OfferingId::new).collect(Collectors.toSet()),
                        new Period(
                                row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                        row.getInt("notice_days"),
                        cig == null ? null : new Cig(cig),
                        amount == null ? null : Euro.exactly(amount),
                        row.getString("act"),
                        row.getString("notes"),
                        row.getObject("closed_on", LocalDate.class),
                        renews == null ? null : new ContractId(renews)),
                row.getBoolean("renewed"),
                row.getInt("version"));
    }
}
