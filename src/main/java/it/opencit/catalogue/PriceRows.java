// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Messages;
import it.opencit.shared.Period;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The prices of a service in its form: one group of fields each, and a few empty ones to add more. */
final class PriceRows {

    private static final Pattern FIELD = Pattern.compile("price-(\\d{1,3})-tariff");
    private static final int EMPTY = 3;

    private PriceRows() {}

    static void fill(FormInput form, List<PriceRule> prices) {
        for (int i = 0; i < prices.size(); i++) {
            PriceRule price = prices.get(i);
            form.with(field(i, "tariff"), price.tariffCode())
                    .with(field(i, "charge"), price.kind().name())
                    .with(field(i, "variant"), price.variant())
                    .with(field(i, "from"), price.validity().from())
                    .with(field(i, "to"), price.validity().to());
        }
    }

    /** The numbers of the groups to show: those that hold something, then empty ones. */
    static List<Integer> numbers(FormInput form) {
        List<Integer> numbers = new ArrayList<>(filled(form));
        int next = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
        for (int i = 0; i < EMPTY; i++) {
            numbers.add(next + i);
        }
        return numbers;
    }

    /** The prices that were typed; what is missing or wrong is marked in the form. */
    static List<PriceRule> read(FormInput form, Set<String> codes) {
        List<PriceRule> prices = new ArrayList<>();
        for (int number : filled(form)) {
            PriceRule price = read(form, number, codes);
            if (price != null) {
                prices.add(price);
            }
        }
        return prices;
    }

    private static @Nullable PriceRule read(FormInput form, int number, Set<String> codes) {
        String code = form.required(field(number, "tariff"), "catalogue.price.tariff");
        ChargeKind charge = form.choice(field(number, "charge"), ChargeKind.class);
        LocalDate from = form.date(field(number, "from"));
        LocalDate to = form.date(field(number, "to"));
        if (!code.isEmpty() && !codes.contains(code)) {
            form.reject(field(number, "tariff"), Messages.text("catalogue.price.tariff-unknown", code));
        }
        if (charge == null) {
            form.reject(field(number, "charge"), Messages.text("catalogue.price.charge"));
        }
        if (from == null) {
            form.reject(field(number, "from"), Messages.text("catalogue.price.from"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            form.reject(field(number, "to"), Messages.text("catalogue.price.order"));
            return null;
        }
        return charge == null || from == null || code.isEmpty()
                ? null
                : new PriceRule(charge, form.textOrEmpty(field(number, "variant")), code, new Period(from, to));
    }

    private static Set<Integer> filled(FormInput form) {
        Set<Integer> numbers = new TreeSet<>();
        for (String name : form.values().keySet()) {
            Matcher field = FIELD.matcher(name);
            if (field.matches()) {
                int number = Integer.parseInt(field.group(1));
                boolean something = !form.typed(name).isBlank()
                        || !form.typed(field(number, "variant")).isBlank()
                        || !form.typed(field(number, "from")).isBlank()
                        || !form.typed(field(number, "to")).isBlank();
                if (something) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    static String field(int number, String name) {
        return "price-" + number + "-" + name;
    }
}
