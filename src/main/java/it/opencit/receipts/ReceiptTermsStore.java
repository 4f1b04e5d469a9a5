// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the tables of the terms: of the centre, and of payers that differ. */
@Repository
class ReceiptTermsStore {

    private final JdbcClient jdbc;

    ReceiptTermsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Terms> find() {
        return jdbc.sql("""
                        select due_rule, due_days, chapter, treasury_kinds, otherwise, document, tax_code, segregation, iban,
                               treasury_account, first_days, second_days, formal_days, version
                          from receipts.terms""").query((row, _) -> terms(row)).optional();
    }

    void put(Terms terms) {
        int saved = jdbc.sql("""
                        insert into receipts.terms as t (due_rule, due_days, chapter, treasury_kinds, otherwise, document, tax_code,
                               segregation, iban, treasury_account, first_days, second_days, formal_days, version)
                        values (:rule, :days, :chapter, :kinds, :otherwise, :document, :taxCode, :segregation, :iban, :account,
                               :first, :second, :formal, 1)
                        on conflict (centre_id) do update
                           set due_rule = excluded.due_rule, due_days = excluded.due_days, chapter = excluded.chapter,
                               treasury_kinds = excluded.treasury_kinds, otherwise = excluded.otherwise,
                               document = excluded.document, tax_code = excluded.tax_code, segregation = excluded.segregation,
                               iban = excluded.iban, treasury_account = excluded.treasury_account,
                               first_days = excluded.first_days, second_days = excluded.second_days,
                               formal_days = excluded.formal_days, version = t.version + 1
                         where t.version = :version""")
                .param("rule", terms.due().kind().name())
                .param("days", terms.due().days())
                .param("chapter", terms.chapter())
                .param(
                        "kinds",
                        terms.treasuryKinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("otherwise", terms.otherwise().name())
                .param("document", terms.document().name())
                .param("taxCode", terms.taxCode())
                .param("segregation", terms.segregation())
                .param("iban", terms.iban())
                .param("account", terms.treasuryAccount())
                .param("first", terms.intervals().first())
                .param("second", terms.intervals().second())
                .param("formal", terms.intervals().formal())
                .param("version", terms.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("The terms changed after version " + terms.version());
        }
    }

    List<PayerTerms> of(Collection<OrganizationId> payers) {
        return jdbc.sql("""
                        select organization_id, channel, document, email, notes, version
                          from receipts.payer_terms
                         where organization_id = any(:payers)""")
                .param("payers", payers.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query((row, _) -> new PayerTerms(
                        new OrganizationId(row.getLong("organization_id")),
                        named(Channel.class, row.getString("channel")),
                        named(RequestDocument.class, row.getString("document")),
                        row.getString("email"),
                        row.getString("notes"),
                        row.getInt("version")))
                .list();
    }

    void put(PayerTerms terms) {
        int saved = jdbc.sql("""
                        insert into receipts.payer_terms as t (organization_id, channel, document, email, notes, version)
                        values (:payer, :channel, :document, :email, :notes, 1)
                        on conflict (centre_id, organization_id) do update
                           set channel = excluded.channel, document = excluded.document, email = excluded.email,
                               notes = excluded.notes, version = t.version + 1
                         where t.version = :version""")
                .param("payer", terms.payer().value())
                .param("channel", name(terms.channel()))
                .param("document", name(terms.document()))
                .param("email", terms.email())
                .param("notes", terms.notes())
                .param("version", terms.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "The terms of " + terms.payer() + " changed after version " + terms.version());
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new DueRule(DueRule.Kind.valueOf(row.getString("due_rule")), row.getInt("due_days")),
                row.getString("chapter"),
                kinds(row.getArray("treasury_kinds")),
                Channel.valueOf(row.getString("otherwise")),
                RequestDocument.valueOf(row.getString("document")),
                row.getString("tax_code"),
                row.getString("segregation"),
                row.getString("iban"),
                row.getString("treasury_account"),
                new ReminderIntervals(row.getInt("first_days"), row.getInt("second_days"), row.getInt("formal_days")),
                row.getInt("version"));
    }

    private static Set<OrganizationKind> kinds(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(OrganizationKind::valueOf)
                .collect(Collectors.toSet());
    }
}
