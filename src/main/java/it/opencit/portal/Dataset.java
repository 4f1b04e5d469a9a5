// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.opencit.portal.OpenData.OpenCost;
import it.opencit.portal.OpenData.OpenMember;
import it.opencit.portal.OpenData.OpenService;
import it.opencit.portal.OpenData.OpenUse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A table of open data; its columns are the components of its record. */
enum Dataset {
    MEMBERS("aderenti", OpenMember.class, OpenData::members),
    SERVICES("servizi", OpenService.class, OpenData::services),
    COSTS("costi", OpenCost.class, OpenData::costs),
    USE("uso", OpenUse.class, OpenData::use);

    private final String file;
    private final Class<? extends Record> type;
    private final Function<OpenData, List<? extends Record>> read;

    Dataset(String file, Class<? extends Record> type, Function<OpenData, List<? extends Record>> read) {
        this.file = file;
        this.type = type;
        this.read = read;
    }

    static Optional<Dataset> of(String file) {
        return Arrays.stream(values()).filter(one -> one.file.equals(file)).findFirst();
    }

    /** Name of its files, and identifier in the catalogue. */
    String file() {
        return file;
    }

    /** In keys of texts: {@code members}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    List<? extends Record> rows(OpenData data) {
        return read.apply(data);
    }

    /** RFC 4180, for programs: commas, ISO dates, decimal points. */
    String csv(OpenData data) {
        var out = new StringWriter();
        RecordComponent[] components = type.getRecordComponents();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(columns());
            for (Record row : rows(data)) {
                csv.writeRecord(Arrays.stream(components)
                        .map(component -> cell(component, row))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cell(RecordComponent component, Record row) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return Objects.toString(accessor.invoke(row), "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's own component: " + component, e);
        }
    }
}
