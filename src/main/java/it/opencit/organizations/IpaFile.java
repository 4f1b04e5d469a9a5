// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.CodiceIpa;
import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the territorial bodies listed in IPA, the index of digital domiciles of the administration. */
final class IpaFile {

    static final List<String> COLUMNS =
            List.of("ipa_code", "category", "name", "seat_istat_code", "province_abbr", "website");

    private static final String OF_COMUNI = "L6";
    private static final Pattern COMUNE = Pattern.compile("(?i)comune\\s+(di\\s+)?(?<name>.+)");
    private static final Pattern AFTER_THE_NAME = Pattern.compile("\\s*\\(.*|\\s+-\\s.*");
    private static final Pattern CADASTRAL = Pattern.compile("(?i)c_(?<code>[a-z]\\d{3})");

    private final Gazetteer gazetteer;

    IpaFile(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * Reads the rows of the provinces wanted.
     *
     * @param province tells by its abbreviation, such as {@code BS}, whether a province is wanted
     * @throws Refusal when the file has other columns
     */
    ImportedFile read(byte[] bytes, Predicate<String> province) {
        List<ImportedBody> bodies = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(bytes, COLUMNS).rows()) {
            if (!province.test(row.get("province_abbr"))) {
                continue;
            }
            try {
                bodies.add(body(row));
            } catch (Refusal refusal) {
                refused.add(new RefusedRow(row.number(), row.get("name"), refusal.inItalian()));
            }
        }
        return new ImportedFile(bodies, refused);
    }

    private ImportedBody body(CsvTable.Row row) {
        ImportedRows.requireWhole(row);
        String name = ImportedRows.required(row, "name");
        var code = CodiceIpa.of(row.get("ipa_code"));
        if (row.get("category").equals(OF_COMUNI)) {
            var comune = COMUNE.matcher(name);
            Gazetteer.Place place = comune(row, code, comune.matches() ? comune.group("name") : name);
            if (place != null) {
                return comune(row, code, place);
            }
            if (comune.matches()) {
                throw new Refusal("organizations.import.comune", name, row.get("seat_istat_code"), code.value());
            }
        }
        OrganizationKind kind = IpaCategory.kind(row.get("category"), name);
        Gazetteer.Place seat = gazetteer.byIstat(row.get("seat_istat_code"));
        Map<BodyField, String> states = new EnumMap<>(BodyField.class);
        states.put(BodyField.NAME, name);
        states.put(BodyField.IPA_CODE, code.value());
        return new ImportedBody(row.number(), kind, states, suggestions(row, seat), List.of(), null);
    }

    /** A Comune: the index adds its code and its site; name and other codes are for Istat to say. */
    private static ImportedBody comune(CsvTable.Row row, CodiceIpa code, Gazetteer.Place place) {
        Map<BodyField, String> states = new EnumMap<>(BodyField.class);
        states.put(BodyField.IPA_CODE, code.value());
        states.put(BodyField.CADASTRAL_CODE, place.cadastral());
        Map<BodyField, String> suggests = suggestions(row, place);
        suggests.put(BodyField.NAME, place.name());
        suggests.put(BodyField.ISTAT_CODE, place.istat());
        return new ImportedBody(row.number(), OrganizationKind.COMUNE, states, suggests, List.of(), null);
    }

    /**
     * Which Comune a row means: two of name, seat and code must agree, because the index holds codes that carry the
     * cadastral code of another Comune ({@code c_c972} is Colonnella, while C972 is Controguerra).
     *
     * @return nothing when they do not agree: most likely a company or an association of Comuni
     */
    private Gazetteer.@Nullable Place comune(CsvTable.Row row, CodiceIpa code, String called) {
        Gazetteer.Place seat = gazetteer.byIstat(row.get("seat_istat_code"));
        var cadastral = CADASTRAL.matcher(code.value());
        Gazetteer.Place coded = cadastral.matches() ? gazetteer.byCadastral(cadastral.group("code")) : null;
        if (seat != null && (seat.equals(coded) || isCalled(seat, called))) {
            return seat;
        }
        return coded != null && isCalled(coded, called) ? coded : null;
    }

    private static boolean isCalled(Gazetteer.Place place, String name) {
        return place.isCalled(name)
                || place.isCalled(AFTER_THE_NAME.matcher(name).replaceFirst(""));
    }

    private static Map<BodyField, String> suggestions(CsvTable.Row row, Gazetteer.@Nullable Place seat) {
        Map<BodyField, String> suggests = new EnumMap<>(BodyField.class);
        suggests.put(BodyField.WEBSITE, row.get("website"));
        suggests.put(BodyField.SEAT_PROVINCE, seat == null ? row.get("province_abbr") : seat.province());
        if (seat != null) {
            suggests.put(BodyField.SEAT_MUNICIPALITY, seat.name());
            suggests.put(BodyField.PROVINCE_CODE, seat.provinceCode());
        }
        suggests.values().removeIf(String::isEmpty);
        return suggests;
    }
}
