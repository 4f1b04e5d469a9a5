// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accessions of a centre's bodies, each with its state. */
@Repository
class AccessionStore {

    private final JdbcClient jdbc;

    AccessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Accession> all() {
        return jdbc.sql("select * from agreements.accession order by id")
                .query((row, _) -> AccessionRow.read(row))
                .list();
    }

    List<Accession> of(OrganizationId organization) {
        return jdbc.sql("""
                select * from agreements.accession
                 where organization_id = :organization
                 order by coalesce(starts_on, signed_on, delibera_date, date '9999-12-31') desc, id desc""")
                .param("organization", organization.value())
                .query((row, _) -> AccessionRow.read(row))
                .list();
    }

    Optional<Accession> find(AccessionId id) {
        return jdbc.sql("select * from agreements.accession where id = :id")
                .param("id", id.value())
                .query((row, _) -> AccessionRow.read(row))
                .optional();
    }

    /** The accession that renews another. */
    Optional<AccessionId> renewalOf(AccessionId id) {
        return jdbc.sql("select id from agreements.accession where renews_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(AccessionId::new);
    }

    AccessionId add(SchemeId scheme, OrganizationId organization, @Nullable AccessionId renews, String notes) {
        return new AccessionId(jdbc.sql("""
                insert into agreements.accession (scheme_id, kind, organization_id, renews_id, notes)
                select id, kind, :organization, :renews, :notes from agreements.scheme where id = :scheme
                returning id""")
                .param("scheme", scheme.value())
                .param("organization", organization.value())
                .param("renews", renews == null ? null : renews.value())
                .param("notes", notes)
                .query(Long.class)
                .single());
    }

    /** Saves the new state and notes, unless someone else changed the accession after we read it. */
    void save(Accession accession) {
        int saved = jdbc.sql("""
                update agreements.accession
                   set stage = :stage,
                       approved_by = :approvedBy, delibera_number = :deliberaNumber, delibera_date = :deliberaDate,
                       published_on = :publishedOn, immediate = :immediate, enforceable_from = :enforceableFrom,
                       signatory = :signatory, signatory_office = :signatoryOffice, signed_on = :signedOn,
                       countersigned_on = :countersignedOn, protocol_number = :protocolNumber,
                       protocol_date = :protocolDate, starts_on = :startsOn, ends_on = :endsOn,
                       withdrawn_on = :withdrawnOn, withdrawal_reason = :withdrawalReason,
                       withdrawal_act = :withdrawalAct,
                       notes = :notes, version = version + 1
                 where id = :id and version = :version""")
                .params(AccessionRow.columns(accession.state()))
                .param("notes", accession.notes())
                .param("id", accession.id().value())
                .param("version", accession.version())
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException(
                    "Accession " + accession.id() + " changed after version " + accession.version());
        }
    }

    void remove(AccessionId id) {
        jdbc.sql("delete from agreements.accession where id = :id and stage = 'DRAFT'")
                .param("id", id.value())
                .update();
    }

    /** Another membership of the same body, by the same instrument, in some of the same days. */
    Optional<Period> overlapping(AccessionId id, Period membership) {
        return jdbc.sql("""
                select lower(other.membership) as first_day, upper(other.membership) - 1 as last_day
                  from agreements.accession this
                  join agreements.accession other
                    on other.organization_id = this.organization_id and other.kind = this.kind and other.id <> this.id
                 where this.id = :id and other.membership && daterange(:from, :to, '[]')
                 limit 1""")
                .param("id", id.value())
                .param("from", membership.from())
                .param("to", membership.to())
                .query((row, _) -> new Period(
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** How many active accessions end within some days, today included, and have no renewal in sight. */
    long expiring(LocalDate today, int days) {
        return jdbc.sql("""
                select count(*)
                  from agreements.accession a
                 where a.stage = 'ACTIVE' and a.ends_on between :today and :today + :days
                   and not exists (select from agreements.accession next
                                    where next.centre_id = a.centre_id and next.renews_id = a.id)""")
                .param("today", today)
                .param("days", days)
                .query(Long.class)
                .single();
    }

    /** How many accessions stand at a stage on a day. */
    long count(AccessionStage stage, LocalDate today) {
        return jdbc.sql("""
                select count(*)
                  from agreements.accession
                 where case when stage = 'ACTIVE' and ends_on < :today then 'EXPIRED' else stage end = :stage""")
                .param("today", today)
                .param("stage", stage.name())
                .query(Long.class)
                .single();
    }
}
