// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIpa;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.CodiceUfficio;
import it.opencit.shared.DigitalDomicile;
import it.opencit.shared.PartitaIva;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the table of bodies. */
@Repository
class OrganizationStore {

    private static final String COLUMNS = """
            select id, kind, name, istat_code, cadastral_code, ipa_code, tax_code, vat_number, digital_domicile,
                   invoice_office_code, seat_address, seat_postcode, seat_municipality, seat_province, province_code,
                   website, notes, version
              from organizations.organization
            """;

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Organization> find(OrganizationId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(OrganizationStore::organization)
                .optional();
    }

    List<Organization> find(Collection<OrganizationId> ids) {
        return jdbc.sql(COLUMNS + " where id = any(:ids) order by opencit.plain(name), id")
                .param("ids", ids.stream().map(OrganizationId::value).toArray(Long[]::new))
                .query(OrganizationStore::organization)
                .list();
    }

    List<Organization> all() {
        return jdbc.sql(COLUMNS + " order by opencit.plain(name), id")
                .query(OrganizationStore::organization)
                .list();
    }

    /** Bodies whose name, codes or seat hold every word, whatever accents and case, by name, after one of them. */
    List<Organization> search(
            String words, @Nullable OrganizationKind kind, @Nullable OrganizationId after, int limit) {
        return jdbc.sql(COLUMNS + """
                           where (:kind::text is null or kind = :kind)
                             and not exists (
                                 select from regexp_split_to_table(opencit.plain(:words), '\\s+') as word
                                  where position(word in search) = 0)
                             and (:after::bigint is null or (opencit.plain(name), id) >
                                 (select opencit.plain(a.name), a.id from organizations.organization a where a.id = :after))
                           order by opencit.plain(name), id
                           limit :limit""")
                .param("kind", kind == null ? null : kind.name())
                .param("words", words.strip())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(OrganizationStore::organization)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from organizations.organization")
                .query(Long.class)
                .single();
    }

    long count(OrganizationKind kind) {
        return jdbc.sql("select count(*) from organizations.organization where kind = :kind")
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    /** How many Comuni have no figure of a kind, of any day. */
    long comuniWithout(String figure) {
        return jdbc.sql("""
                        select count(*) from organizations.organization o
                         where o.kind = 'COMUNE'
                           and not exists (
                               select from organizations.figure f
                                where f.centre_id = o.centre_id and f.organization_id = o.id and f.kind = :figure
                                  and f.superseded_at is null)""").param("figure", figure).query(Long.class).single();
    }

    /** Other bodies with the cadastral, IPA or tax code of these details. */
    List<Organization> sharingCodes(OrganizationDetails details, @Nullable OrganizationId except) {
        return jdbc.sql(COLUMNS + """
                           where (cadastral_code = :cadastralCode or lower(ipa_code) = lower(:ipaCode) or tax_code = :taxCode)
                             and (:except::bigint is null or id <> :except)
                           order by id""")
                .param("cadastralCode", text(details.cadastralCode()))
                .param("ipaCode", text(details.ipaCode()))
                .param("taxCode", text(details.taxCode()))
                .param("except", except == null ? null : except.value())
                .query(OrganizationStore::organization)
                .list();
    }

    OrganizationId insert(OrganizationDetails details) {
        long id = jdbc.sql("""
                        insert into organizations.organization (kind, name, istat_code, cadastral_code, ipa_code, tax_code,
                               vat_number, digital_domicile, invoice_office_code, seat_address, seat_postcode,
                               seat_municipality, seat_province, province_code, website, notes)
                        values (:kind, :name, :istatCode, :cadastralCode, :ipaCode, :taxCode, :vatNumber,
                               :digitalDomicile, :invoiceOffice, :address, :postcode, :municipality, :province,
                               :provinceCode, :website, :notes)
                        returning id""").paramSource(row(details)).query(Long.class).single();
        return new OrganizationId(id);
    }

    /** Saves what is written of a body, unless someone else changed it after it was read. */
    void update(OrganizationId id, OrganizationDetails details, int version) {
        int saved = jdbc.sql("""
                        update organizations.organization
                           set kind = :kind, name = :name, istat_code = :istatCode, cadastral_code = :cadastralCode,
                               ipa_code = :ipaCode, tax_code = :taxCode, vat_number = :vatNumber,
                               digital_domicile = :digitalDomicile, invoice_office_code = :invoiceOffice,
                               seat_address = :address, seat_postcode = :postcode, seat_municipality = :municipality,
                               seat_province = :province, province_code = :provinceCode, website = :website,
                               notes = :notes, version = version + 1
                         where id = :id and version = :version""")
                .paramSource(row(details).addValue("id", id.value()).addValue("version", version))
                .update();
        if (saved == 0) {
            throw new OptimisticLockingFailureException("Body " + id + " changed after version " + version);
        }
    }

    private static MapSqlParameterSource row(OrganizationDetails details) {
        return new MapSqlParameterSource()
                .addValue("kind", details.kind().name())
                .addValue("name", details.name())
                .addValue("istatCode", text(details.istatCode()))
                .addValue("cadastralCode", text(details.cadastralCode()))
                .addValue("ipaCode", text(details.ipaCode()))
                .addValue("taxCode", text(details.taxCode()))
                .addValue("vatNumber", text(details.vatNumber()))
                .addValue("digitalDomicile", text(details.digitalDomicile()))
                .addValue("invoiceOffice", text(details.invoiceOffice()))
                .addValue("address", details.seat().address())
                .addValue("postcode", details.seat().postcode())
                .addValue("municipality", details.seat().municipality())
                .addValue("province", details.seat().province())
                .addValue("provinceCode", details.provinceCode())
                .addValue("website", details.website())
                .addValue("notes", details.notes());
    }

    private static @Nullable String text(@Nullable Object code) {
        return code == null ? null : code.toString();
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        var seat = new Seat(
                row.getString("seat_address"),
                row.getString("seat_postcode"),
                row.getString("seat_municipality"),
                row.getString("seat_province"));
        var details = new OrganizationDetails(
                OrganizationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                code(row, "istat_code", CodiceIstat::of),
                code(row, "cadastral_code", CodiceCatastale::of),
                code(row, "ipa_code", CodiceIpa::of),
                code(row, "tax_code", CodiceFiscale::of),
                code(row, "vat_number", PartitaIva::of),
                code(row, "digital_domicile", DigitalDomicile::of),
                code(row, "invoice_office_code", CodiceUfficio::of),
                seat,
                row.getString("province_code"),
                row.getString("website"),
                row.getString("notes"));
        return new Organization(new OrganizationId(row.getLong("id")), details, row.getInt("version"));
    }

    private static <T> @Nullable T code(ResultSet row, String column, Function<String, T> reader) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : reader.apply(text);
    }
}
