// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.agreements.AccessionState.Active;
import it.opencit.agreements.AccessionState.Approved;
import it.opencit.agreements.AccessionState.Draft;
import it.opencit.agreements.AccessionState.Expired;
import it.opencit.agreements.AccessionState.Signed;
import it.opencit.agreements.AccessionState.Withdrawn;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.ProtocolNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The state of an accession as columns, and back. */
final class AccessionRow {

    private AccessionRow() {}

    static Accession read(ResultSet row) throws SQLException {
        long renews = row.getLong("renews_id");
        return new Accession(
                new AccessionId(row.getLong("id")),
                new SchemeId(row.getLong("scheme_id")),
                new OrganizationId(row.getLong("organization_id")),
                renews == 0 ? null : new AccessionId(renews),
                state(row),
                row.getString("notes"),
                row.getInt("version"));
    }

    private static AccessionState state(ResultSet row) throws SQLException {
        return switch (row.getString("stage")) {
            case "DRAFT" -> new Draft();
            case "APPROVED" -> new Approved(delibera(row));
            case "SIGNED" -> new Signed(delibera(row), signature(row));
            case "ACTIVE" -> active(row);
            case "WITHDRAWN" ->
                new Withdrawn(
                        active(row),
                        new Withdrawal(
                                date(row, "withdrawn_on"),
                                row.getString("withdrawal_reason"),
                                row.getString("withdrawal_act")));
            default -> throw new IllegalStateException("Unknown stage " + row.getString("stage"));
        };
    }

    private static Delibera delibera(ResultSet row) throws SQLException {
        return new Delibera(
                ApprovingBody.valueOf(row.getString("approved_by")),
                row.getString("delibera_number"),
                date(row, "delibera_date"),
                row.getObject("published_on", LocalDate.class),
                row.getBoolean("immediate"));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(row.getString("signatory"), row.getString("signatory_office"), date(row, "signed_on"));
    }

    private static Active active(ResultSet row) throws SQLException {
        return new Active(
                delibera(row),
                signature(row),
                new Countersignature(
                        date(row, "countersigned_on"),
                        new ProtocolNumber(row.getString("protocol_number")),
                        date(row, "protocol_date"),
                        date(row, "starts_on"),
                        date(row, "ends_on")));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Every column of the state; those that the state does not have are {@code null}. */
    static Map<String, @Nullable Object> columns(AccessionState state) {
        if (state instanceof Expired) {
            throw new IllegalArgumentException("Expiry is the passing of time and is never stored");
        }
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("stage", state.stage().name());
        Delibera delibera = state.delibera();
        columns.put("approvedBy", part(delibera, d -> d.approvedBy().name()));
        columns.put("deliberaNumber", part(delibera, Delibera::number));
        columns.put("deliberaDate", part(delibera, Delibera::date));
        columns.put("publishedOn", part(delibera, Delibera::published));
        columns.put("immediate", part(delibera, Delibera::immediate));
        columns.put("enforceableFrom", part(delibera, Delibera::enforceableFrom));
        Signature signature = state.signature();
        columns.put("signatory", part(signature, Signature::signatory));
        columns.put("signatoryOffice", part(signature, Signature::office));
        columns.put("signedOn", part(signature, Signature::date));
        Countersignature made = state.countersignature();
        columns.put("countersignedOn", part(made, Countersignature::date));
        columns.put("protocolNumber", part(made, m -> m.protocol().digits()));
        columns.put("protocolDate", part(made, Countersignature::protocolDate));
        columns.put("startsOn", part(made, Countersignature::from));
        columns.put("endsOn", part(made, Countersignature::to));
        Withdrawal withdrawal = state instanceof Withdrawn left ? left.withdrawal() : null;
        columns.put("withdrawnOn", part(withdrawal, Withdrawal::lastDay));
        columns.put("withdrawalReason", part(withdrawal, Withdrawal::reason));
        columns.put("withdrawalAct", part(withdrawal, Withdrawal::act));
        return columns;
    }

    private static <T> @Nullable Object part(@Nullable T act, Function<T, @Nullable Object> part) {
        return act == null ? null : part.apply(act);
    }
}
