// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.agreements.PayerShare;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Percentage;
import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was asked about each subscription. */
@Repository
class RequestStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Share>> SHARES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RequestStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A payer as it is kept with the request. */
    record Share(long organization, BigDecimal percent) {}

    /**
     * Records a request.
     *
     * @throws Refusal when its protocol number is taken, or a request of the same kind is still open
     */
    RequestId add(SubscriptionId subscription, Asked asked, RequestState state) {
        Protocol protocol = asked.protocol();
        try {
            return new RequestId(jdbc.sql("""
                    insert into subscriptions.request (subscription_id, kind, state, requested_on, protocol_register,
                        protocol_number, protocol_date, form_version, answers, quantities, payers, from_day, reason)
                    values (:subscription, :kind, :state, :requestedOn, :register, :number, :protocolDate,
                        :formVersion, cast(:answers as jsonb), cast(:quantities as jsonb), cast(:payers as jsonb),
                        :fromDay, :reason)
                    returning id""")
                    .param("subscription", subscription.value())
                    .param("kind", asked.kind().name())
                    .param("state", state.name())
                    .param("requestedOn", asked.requestedOn())
                    .param("register", protocol == null ? null : protocol.register())
                    .param("number", protocol == null ? null : protocol.number().digits())
                    .param("protocolDate", protocol == null ? null : protocol.date())
                    .param("formVersion", asked.formVersion())
                    .param("answers", json.writeValueAsString(asked.answers()))
                    .param("quantities", json.writeValueAsString(asked.quantities()))
                    .param(
                            "payers",
                            json.writeValueAsString(asked.payers().stream()
                                    .map(share -> new Share(
                                            share.payer().value(), share.share().value()))
                                    .toList()))
                    .param("fromDay", asked.fromDay())
                    .param("reason", asked.reason())
                    .query(Long.class)
                    .single());
        } catch (DuplicateKeyException taken) {
            throw refusal(taken, protocol);
        }
    }

    /**
     * Records where a request stands in the register.
     *
     * @throws Refusal when another request has that number
     */
    void register(RequestId id, Protocol protocol) {
        try {
            jdbc.sql("""
                    update subscriptions.request
                       set protocol_register = :register, protocol_number = :number, protocol_date = :date
                     where id = :id""")
                    .param("register", protocol.register())
                    .param("number", protocol.number().digits())
                    .param("date", protocol.date())
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw refusal(taken, protocol);
        }
    }

    /** Closes a request; one that is closed already stays as it was. */
    void close(RequestId id, RequestState state, String outcome) {
        jdbc.sql(
                        "update subscriptions.request set state = :state, outcome = :outcome where id = :id and state = 'OPEN'")
                .param("state", state.name())
                .param("outcome", outcome)
                .param("id", id.value())
                .update();
    }

    /** Closes what is open of a kind, of any kind with {@code null}. */
    void closeOpen(SubscriptionId subscription, @Nullable RequestKind kind, RequestState state, String outcome) {
        jdbc.sql("""
                update subscriptions.request
                   set state = :state, outcome = :outcome
                 where subscription_id = :subscription and state = 'OPEN'
                   and (cast(:kind as text) is null or kind = :kind)""")
                .param("state", state.name())
                .param("outcome", outcome)
                .param("subscription", subscription.value())
                .param("kind", kind == null ? null : kind.name())
                .update();
    }

    /** The first request is open again. */
    void reopenActivation(SubscriptionId subscription) {
        jdbc.sql("""
                update subscriptions.request
                   set state = 'OPEN', outcome = ''
                 where subscription_id = :subscription and kind = 'ACTIVATION'""").param("subscription", subscription.value()).update();
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql("select * from subscriptions.request where id = :id")
                .param("id", id.value())
                .query((row, _) -> request(row))
                .optional();
    }

    /** The requests on some subscriptions, the first one first. */
    List<Request> of(Collection<SubscriptionId> subscriptions) {
        return jdbc.sql("select * from subscriptions.request where subscription_id = any (:ids) order by id")
                .param("ids", subscriptions.stream().map(SubscriptionId::value).toArray(Long[]::new))
                .query((row, _) -> request(row))
                .list();
    }

    /** How many requests of each kind on services in use wait for an answer. */
    long countOpenOnRunning() {
        return jdbc.sql("select count(*) from subscriptions.request where state = 'OPEN' and kind in ('MORE', 'PAYER')")
                .query(Long.class)
                .single();
    }

    private static Refusal refusal(DuplicateKeyException taken, @Nullable Protocol protocol) {
        if (protocol != null && String.valueOf(taken.getMessage()).contains("request_protocol_once")) {
            return Refusal.inField(
                    "protocolNumber",
                    "subscriptions.protocol.taken",
                    protocol.number().digits(),
                    protocol.register(),
                    Integer.toString(protocol.date().getYear()));
        }
        return new Refusal("subscriptions.request.already-open");
    }

    private Request request(ResultSet row) throws SQLException {
        String number = row.getString("protocol_number");
        return new Request(
                new RequestId(row.getLong("id")),
                new SubscriptionId(row.getLong("subscription_id")),
                RequestKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                row.getObject("requested_on", LocalDate.class),
                number == null
                        ? null
                        : new Protocol(
                                row.getString("protocol_register"),
                                new ProtocolNumber(number),
                                row.getObject("protocol_date", LocalDate.class)),
                row.getInt("form_version"),
                json.readValue(row.getString("answers"), TEXTS),
                json.readValue(row.getString("quantities"), NUMBERS),
                json.readValue(row.getString("payers"), SHARES).stream()
                        .map(share -> new PayerShare(
                                new OrganizationId(share.organization()), new Percentage(share.percent())))
                        .toList(),
                row.getObject("from_day", LocalDate.class),
                row.getString("reason"),
                row.getString("outcome"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
