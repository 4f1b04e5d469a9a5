// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.exchange.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Comuni of Italy by code, from the national file shipped with the program: it tells what a seat code means. */
final class Gazetteer {

    /** A Comune as Istat knows it; bilingual names have their Italian form beside. */
    record Place(
            String istat, String cadastral, String name, String italianName, String provinceCode, String province) {

        boolean isCalled(String other) {
            return Plain.same(name, other) || Plain.same(italianName, other);
        }
    }

    private static final class Shipped {
        static final Gazetteer ONE = new Gazetteer(bytes("comuni-istat.csv"));
    }

    private final Map<String, Place> byIstat = new LinkedHashMap<>();
    private final Map<String, Place> byCadastral = new HashMap<>();

    Gazetteer(byte[] file) {
        for (CsvTable.Row row : CsvTable.read(file, IstatFile.COLUMNS).rows()) {
            var place = new Place(
                    row.get("istat_code"),
                    row.get("cadastral_code"),
                    row.get("name"),
                    row.get("name_it"),
                    row.get("province_code"),
                    row.get("province_abbr"));
            byIstat.put(place.istat(), place);
            byCadastral.put(place.cadastral(), place);
        }
    }

    /** That of the shipped file, read once when first needed. */
    static Gazetteer shipped() {
        return Shipped.ONE;
    }

    /** A file of {@code data/}, shipped with the program. */
    static byte[] bytes(String file) {
        try (InputStream in = Gazetteer.class.getResourceAsStream("/data/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource data/" + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Place byIstat(String code) {
        return byIstat.get(code);
    }

    @Nullable
    Place byCadastral(String code) {
        return byCadastral.get(code.toUpperCase(Locale.ROOT));
    }

    /** Abbreviations of the provinces by their Istat code, in order of abbreviation. */
    Map<String, String> provinces() {
        Map<String, String> byAbbreviation = new TreeMap<>();
        places().forEach(place -> byAbbreviation.putIfAbsent(place.province(), place.provinceCode()));
        Map<String, String> byCode = new LinkedHashMap<>();
        byAbbreviation.forEach((abbreviation, code) -> byCode.put(code, abbreviation));
        return byCode;
    }

    Collection<Place> places() {
        return byIstat.values();
    }
}
