// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document, known by its path: what is missing, unknown or of the wrong form is refused saying where.
 */
final class JsonCursor {

    /** Twelve digits and nine decimals hold any amount, and no attack. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

    private final String path;
    private final JsonNode node;

    JsonCursor(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** This object, known to have no field but these. */
    JsonCursor only(String... fields) {
        if (!node.isObject()) {
            throw refuse("object");
        }
        Set<String> known = new TreeSet<>(Arrays.asList(fields));
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw at(name).refuse("unknown", String.join(", ", known));
            }
        }
        return this;
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    JsonCursor get(String field) {
        JsonCursor found = at(field);
        if (found.node.isMissingNode() || found.node.isNull()) {
            throw found.refuse("missing");
        }
        return found;
    }

    <T> @Nullable T optional(String field, Function<JsonCursor, T> read) {
        return has(field) ? read.apply(at(field)) : null;
    }

    <T> List<T> list(String field, Function<JsonCursor, T> read) {
        return get(field).items(read);
    }

    <T> List<T> listOrEmpty(String field, Function<JsonCursor, T> read) {
        return has(field) ? at(field).items(read) : List.of();
    }

    Set<String> names() {
        if (!node.isObject()) {
            throw refuse("object");
        }
        return Set.copyOf(node.propertyNames());
    }

    String text() {
        if (!node.isString()) {
            throw refuse("text");
        }
        return node.stringValue();
    }

    boolean bool() {
        if (!node.isBoolean()) {
            throw refuse("boolean");
        }
        return node.booleanValue();
    }

    long integer() {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > 999_999_999_999L) {
            throw refuse("integer");
        }
        return node.longValue();
    }

    BigDecimal decimal() {
        if (!node.isString() || !DECIMAL.matcher(node.stringValue()).matches()) {
            throw refuse("decimal");
        }
        return new BigDecimal(node.stringValue());
    }

    LocalDate date() {
        return date("date");
    }

    private LocalDate date(String refusal) {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw refuse(refusal);
        }
    }

    ReferenceDate referenceDate() {
        for (ReferenceDate.Moving moving : ReferenceDate.Moving.values()) {
            if (moving.name().equals(text())) {
                return moving;
            }
        }
        return new ReferenceDate.On(date("figure-date"));
    }

    OrganizationKind kind() {
        for (OrganizationKind kind : OrganizationKind.values()) {
            if (kind.name().equals(text())) {
                return kind;
            }
        }
        String all = Arrays.stream(OrganizationKind.values()).map(Enum::name).collect(Collectors.joining(", "));
        throw refuse("kind", text(), all);
    }

    /** A number of reasonable size, written as a number or as a decimal string. */
    BigDecimal number() {
        if (node.isString()) {
            return decimal();
        }
        try {
            BigDecimal value = node.isNumber() ? node.decimalValue().stripTrailingZeros() : null;
            if (value != null && value.scale() <= 9 && value.precision() - value.scale() <= 12) {
                return value.scale() < 0 ? value.setScale(0) : value;
            }
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            throw refuseAs("tariffs.api.number");
        }
        throw refuseAs("tariffs.api.number");
    }

    /** An amount in euro, not negative, in whole cents. */
    Euro amount() {
        BigDecimal value;
        try {
            value = number();
        } catch (Refusal refusal) {
            throw refuseAs("tariffs.api.amount");
        }
        if (value.signum() < 0) {
            throw refuseAs("tariffs.api.negative", Italian.number(value));
        }
        if (value.stripTrailingZeros().scale() > 2) {
            throw refuseAs("tariffs.api.amount");
        }
        return Euro.exactly(value);
    }

    /** A refusal whose sentence begins with this place. */
    Refusal refuseAs(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = path.isEmpty() ? "documento" : path;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Refusal.inField(path, key, all);
    }

    Refusal refuse(String reason, Object... arguments) {
        return refuseAs("tariffs.json." + reason, arguments);
    }

    private JsonCursor at(String field) {
        return new JsonCursor(path.isEmpty() ? field : path + "." + field, node.path(field));
    }

    private <T> List<T> items(Function<JsonCursor, T> read) {
        if (!node.isArray()) {
            throw refuse("list");
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            all.add(read.apply(new JsonCursor(path + "[" + i + "]", node.get(i))));
        }
        return all;
    }
}
