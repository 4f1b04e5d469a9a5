// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The services of a centre and their price rules: two queries for however many. */
@Repository
class OfferingStore {

    private static final String SELECT = """
            select id, code, title, summary, class, level, area, fee, continuation, members_only, kinds, max_residents,
                   sharing, included, partner_id, offered_from, offered_to, version
              from catalogue.offering
            """;

    private static final String PRICES = """
            select offering_id, charge, variant, tariff_code, starts_on, ends_on
              from catalogue.price
            """;

    private static final String PRICE_ORDER = " order by offering_id, starts_on, charge, id";

    private final JdbcClient jdbc;

    OfferingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by title. */
    List<Offering> all() {
        Map<Long, List<PriceRule>> prices = jdbc.sql(PRICES + PRICE_ORDER).query((row, _) -> price(row)).list().stream()
                .collect(Collectors.groupingBy(
                        OfPrice::offering, Collectors.mapping(OfPrice::rule, Collectors.toList())));
        return jdbc.sql(SELECT + " order by opencit.plain(title), id")
                .query((row, _) -> offering(row, prices.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    Optional<Offering> find(OfferingId id) {
        List<PriceRule> prices = jdbc
                .sql(PRICES + " where offering_id = :id" + PRICE_ORDER)
                .param("id", id.value())
                .query((row, _) -> price(row))
                .list()
                .stream()
                .map(OfPrice::rule)
                .toList();
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query((row, _) -> offering(row, prices))
                .optional();
    }

    long countOffered(LocalDate day) {
        return jdbc.sql("""
                select count(*) from catalogue.offering
                 where daterange(offered_from, offered_to, '[]') @> :day""").param("day", day).query(Long.class).single();
    }

    Optional<OfferingId> idOf(String code) {
        return jdbc.sql("select id from catalogue.offering where code = :code")
                .param("code", code)
                .query((row, _) -> new OfferingId(row.getLong("id")))
                .optional();
    }

    OfferingId add(OfferingDetails details) {
        var id = new OfferingId(
                jdbc.sql("""
                insert into catalogue.offering
                       (code, title, summary, class, level, area, fee, continuation, members_only, kinds, max_residents,
                        sharing, included, partner_id, offered_from, offered_to)
                values (:code, :title, :summary, :class, :level, :area, :fee, :continuation, :membersOnly, :kinds::text[],
                        :maxResidents, :sharing, :included, :partner, :offeredFrom, :offeredTo)
                returning id""").params(parameters(details)).query(Long.class).single());
        addPrices(id, details.prices());
        return id;
    }

    /** Saves what was written, unless someone else changed the service after we read it. */
    void save(Offering changed) {
        int saved = jdbc.sql("""
                update catalogue.offering
                   set code = :code, title = :title, summary = :summary, class = :class, level = :level, area = :area,
                       fee = :fee, continuation = :continuation, members_only = :membersOnly, kinds = :kinds::text[],
                       max_residents = :maxResidents, sharing = :sharing, included = :included, partner_id = :partner,
                       offered_from = :offeredFrom, offered_to = :offeredTo, version = version + 1
                 where id = :id and version = :version""")
                .params(parameters(changed.details()))
                .param("id", changed.id().value())
                .param("version", changed.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Offering " + changed.id() + " changed after version " + changed.version());
        }
        if (!changed.prices().equals(find(changed.id()).orElseThrow().prices())) {
            jdbc.sql("delete from catalogue.price where offering_id = :id")
                    .param("id", changed.id().value())
                    .update();
            addPrices(changed.id(), changed.prices());
        }
    }

    private void addPrices(OfferingId id, List<PriceRule> prices) {
        for (PriceRule price : prices) {
            jdbc.sql("""
                    insert into catalogue.price (offering_id, charge, variant, tariff_code, starts_on, ends_on)
                    values (:offering, :charge, :variant, :tariffCode, :startsOn, :endsOn)""")
                    .param("offering", id.value())
                    .param("charge", price.kind().name())
                    .param("variant", price.variant())
                    .param("tariffCode", price.tariffCode())
                    .param("startsOn", price.validity().from())
                    .param("endsOn", price.validity().to())
                    .update();
        }
    }

    private static Map<String, @Nullable Object> parameters(OfferingDetails details) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("code", details.code());
        parameters.put("title", details.title());
        parameters.put("summary", details.summary());
        parameters.put("class", details.offeringClass().name());
        parameters.put("level", details.level().name());
        parameters.put("area", details.area().name());
        parameters.put("fee", details.fee().name());
        parameters.put("continuation", details.continuation().name());
        parameters.put("membersOnly", details.eligibility().membersOnly());
        parameters.put(
                "kinds",
                details.eligibility().kinds().stream().sorted().map(Enum::name).toArray(String[]::new));
        parameters.put("maxResidents", details.eligibility().maxResidents());
        parameters.put("sharing", details.sharing().name());
        parameters.put("included", details.included());
        SupplierId partner = details.partner();
        parameters.put("partner", partner == null ? null : partner.value());
        parameters.put("offeredFrom", details.offered().from());
        parameters.put("offeredTo", details.offered().to());
        return parameters;
    }

    private record OfPrice(long offering, PriceRule rule) {}

    private static OfPrice price(ResultSet row) throws SQLException {
        return new OfPrice(
                row.getLong("offering_id"),
                new PriceRule(
                        ChargeKind.valueOf(row.getString("charge")),
                        row.getString("variant"),
                        row.getString("tariff_code"),
                        new Period(
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class))));
    }

    private static Offering offering(ResultSet row, List<PriceRule> prices) throws SQLException {
        Long partner = row.getObject("partner_id", Long.class);
        String[] kinds = (String[]) row.getArray("kinds").getArray();
        return new Offering(
                new OfferingId(row.getLong("id")),
                new OfferingDetails(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("summary"),
                        OfferingClass.valueOf(row.getString("class")),
                        OfferingLevel.valueOf(row.getString("level")),
                        OfferingArea.valueOf(row.getString("area")),
                        FeeKind.valueOf(row.getString("fee")),
                        Continuation.valueOf(row.getString("continuation")),
                        prices,
                        new Eligibility(
                                row.getBoolean("members_only"),
                                Arrays.stream(kinds)
                                        .map(OrganizationKind::valueOf)
                                        .collect(Collectors.toSet()),
                                row.getObject("max_residents", Integer.class)),
                        AllowanceSharing.valueOf(row.getString("sharing")),
                        row.getString("included"),
                        partner == null ? null : new SupplierId(partner),
                        new Period(
                                row.getObject("offered_from", LocalDate.class),
                                row.getObject("offered_to", LocalDate.class))),
                row.getInt("version"));
    }
}
