// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.CodiceCatastale;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.CodiceIstat;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of Comuni with codes and population that Istat publishes. */
final class IstatFile {

    static final List<String> COLUMNS = List.of(
            "istat_code",
            "name",
            "province_code",
            "province_abbr",
            "cadastral_code",
            "tax_code",
            "population",
            "population_date");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern LOST_ZERO = Pattern.compile("\\d{10}");
    private static final String SOURCE = "Istat, popolazione residente";

    private IstatFile() {}

    /**
     * Reads the rows of the provinces wanted.
     *
     * @param province tells by its abbreviation, such as {@code BS}, whether a province is wanted
     * @throws Refusal when the file has other columns
     */
    static ImportedFile read(byte[] bytes, Predicate<String> province) {
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

    private static ImportedBody body(CsvTable.Row row) {
        ImportedRows.requireWhole(row);
        String taxCode = row.get("tax_code");
        boolean zeroLost = LOST_ZERO.matcher(taxCode).matches();
        Map<BodyField, String> states = new EnumMap<>(BodyField.class);
        states.put(BodyField.NAME, ImportedRows.required(row, "name"));
        states.put(
                BodyField.CADASTRAL_CODE,
                CodiceCatastale.of(row.get("cadastral_code")).value());
        states.put(BodyField.ISTAT_CODE, CodiceIstat.of(row.get("istat_code")).value());
        states.put(BodyField.PROVINCE_CODE, ImportedRows.required(row, "province_code"));
        states.put(BodyField.SEAT_PROVINCE, ImportedRows.required(row, "province_abbr"));
        if (!taxCode.isEmpty()) {
            states.put(
                    BodyField.TAX_CODE,
                    CodiceFiscale.of(zeroLost ? "0" + taxCode : taxCode).value());
        }
        return new ImportedBody(
                row.number(),
                OrganizationKind.COMUNE,
                states,
                Map.of(BodyField.SEAT_MUNICIPALITY, row.get("name")),
                residents(row),
                note(taxCode, zeroLost));
    }

    /** A row without population is taken without the figure; a figure without its date, or that is no number, is refused. */
    private static List<Figure> residents(CsvTable.Row row) {
        String population = row.get("population");
        if (population.isEmpty()) {
            return List.of();
        }
        if (!WHOLE_NUMBER.matcher(population).matches()) {
            throw new Refusal("organizations.import.population", population);
        }
        try {
            LocalDate date = LocalDate.parse(row.get("population_date"));
            return List.of(new Figure(FigureKind.RESIDENTS, date, new BigDecimal(population), SOURCE, null));
        } catch (DateTimeParseException e) {
            throw new Refusal("organizations.import.population-date", row.get("population_date"));
        }
    }

    private static @Nullable String note(String taxCode, boolean zeroLost) {
        if (zeroLost) {
            return Messages.text("organizations.import.note.leading-zero", taxCode);
        }
        return taxCode.isEmpty() ? Messages.text("organizations.import.note.no-tax-code") : null;
    }
}
