// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import de.siegmar.fastcsv.reader.CsvRecord;
import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a treasurer's CSV: a provvisorio each, or what is wrong, in which column. */
final class CsvRow {

    private static final Pattern ITALIAN_DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:[ T].*)?");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[ T].*)?");
    private static final Pattern NUMBER_AND_YEAR = Pattern.compile("(\\d{1,18})\\s*/\\s*(\\d{4})");
    private static final int LONGEST_TEXT = 2_000;

    private final Map<CsvField, Integer> places = new EnumMap<>(CsvField.class);
    private final Map<CsvField, String> names = new EnumMap<>(CsvField.class);

    CsvRow(List<String> headings, CsvSettings settings) {
        settings.columns().forEach((field, heading) -> {
            int place = headings.indexOf(heading);
            if (place >= 0) {
                places.put(field, place);
                names.put(field, heading);
            }
        });
    }

    /** What is wrong with a value. */
    static final class Wrong extends RuntimeException {

        private final String column;

        Wrong(String column, String sentence) {
            super(sentence, null, false, false);
            this.column = column;
        }

        String column() {
            return column;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Wrong when it cannot be taken */
    NewProvvisorio read(CsvRecord row) {
        LocalDate date = date(row);
        String number = required(row, CsvField.NUMBER);
        int year = year(row, date.getYear());
        Matcher withYear = NUMBER_AND_YEAR.matcher(number);
        if (withYear.matches()) {
            number = withYear.group(1);
            year = places.containsKey(CsvField.YEAR) ? year : Integer.parseInt(withYear.group(2));
        }
        if (!number.matches("\\d{1,18}")) {
            throw wrong(CsvField.NUMBER, "treasury.csv.number", number);
        }
        try {
            return new NewProvvisorio(
                    year,
                    Long.parseLong(number),
                    date,
                    text(row, CsvField.PAYER),
                    text(row, CsvField.TAX_CODE),
                    null,
                    text(row, CsvField.REASON),
                    amount(row),
                    text(row, CsvField.EXECUTION),
                    text(row, CsvField.REFERENCE));
        } catch (Refusal refusal) {
            CsvField field =
                    switch (String.valueOf(refusal.field())) {
                        case "number" -> CsvField.NUMBER;
                        case "treasuryYear" -> places.containsKey(CsvField.YEAR) ? CsvField.YEAR : CsvField.DATE;
                        default -> CsvField.AMOUNT;
                    };
            throw new Wrong(name(field), refusal.inItalian());
        }
    }

    private int year(CsvRecord row, int ofDate) {
        String written = text(row, CsvField.YEAR);
        if (written.isEmpty()) {
            return ofDate;
        }
        if (!written.matches("\\d{4}")) {
            throw wrong(CsvField.YEAR, "treasury.csv.year", written);
        }
        return Integer.parseInt(written);
    }

    private LocalDate date(CsvRecord row) {
        String written = required(row, CsvField.DATE);
        Matcher italian = ITALIAN_DATE.matcher(written);
        Matcher iso = ISO_DATE.matcher(written);
        try {
            if (italian.matches()) {
                return LocalDate.of(number(italian, 3), number(italian, 2), number(italian, 1));
            }
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
        } catch (DateTimeException notADay) {
            throw wrong(CsvField.DATE, "treasury.csv.no-such-day", written);
        }
        throw wrong(CsvField.DATE, "treasury.csv.date", written);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Euro amount(CsvRecord row) {
        String written = required(row, CsvField.AMOUNT);
        BigDecimal number = decimal(written);
        if (number == null) {
            throw wrong(CsvField.AMOUNT, "treasury.csv.amount", written);
        }
        if (number.signum() < 0) {
            throw wrong(CsvField.AMOUNT, "treasury.csv.negative", written);
        }
        try {
            return Euro.exactly(number);
        } catch (IllegalArgumentException fractions) {
            throw wrong(CsvField.AMOUNT, "treasury.csv.cents", written);
        }
    }

    /** {@code 1.234,56}, {@code 1,234.56}, {@code 1234,56}, {@code 1234.56}, {@code 1.234}: the last sign parts the cents. */
    static @Nullable BigDecimal decimal(String written) {
        String text = written.replaceAll("[€\\s\\u00a0'’]|EUR", "");
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        String plain;
        if (comma >= 0 && point >= 0) {
            char thousands = comma > point ? '.' : ',';
            plain = text.replace(String.valueOf(thousands), "").replace(',', '.');
        } else if (point >= 0 && text.matches("-?\\d{1,3}(\\.\\d{3})+")) {
            plain = text.replace(".", "");
        } else {
            plain = text.replace(',', '.');
        }
        return plain.matches("[+-]?\\d{1,13}(\\.\\d{1,6})?") ? new BigDecimal(plain) : null;
    }

    private String required(CsvRecord row, CsvField field) {
        String text = text(row, field);
        if (text.isEmpty()) {
            throw wrong(field, "treasury.csv.empty", field.label().toLowerCase(Locale.ROOT));
        }
        return text;
    }

    private String text(CsvRecord row, CsvField field) {
        Integer place = places.get(field);
        if (place == null || place >= row.getFieldCount()) {
            return "";
        }
        String text = row.getField(place).strip();
        if (text.length() > LONGEST_TEXT) {
            throw wrong(field, "treasury.csv.too-long", LONGEST_TEXT);
        }
        return text;
    }

    private Wrong wrong(CsvField field, String key, Object... arguments) {
        return new Wrong(name(field), Messages.text(key, arguments));
    }

    private String name(CsvField field) {
        return names.getOrDefault(field, field.label());
    }
}
