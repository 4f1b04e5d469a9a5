// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.PriceRule;
import it.opencit.shared.Period;
import it.opencit.shared.forms.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The services of the catalogue as tickets name them. A ticket keeps the code; one that was opened with other words, such as
 * the title, is read as of the service they mean, and is not written again.
 */
final class ServiceNames {

    /** What is chosen in a form where the service is none of the catalogue: no code begins so. */
    static final String OTHER = "*";

    private final List<Known> services;
    private final Map<String, Known> bySpelling = new LinkedHashMap<>();

    private ServiceNames(List<Known> services) {
        this.services = services;
    }

    private record Known(OfferingId id, String code, String title, Period offered) {}

    /** Of two services that are written alike, a code wins over a title, and the first title over the next. */
    static ServiceNames of(List<Offering> offerings) {
        var names = new ServiceNames(offerings.stream()
                .map(one -> new Known(one.id(), one.code(), one.title(), one.offered()))
                .toList());
        names.services.forEach(one -> names.bySpelling.put(one.code, one));
        names.services.forEach(one -> names.bySpelling.putIfAbsent(spelling(one.title), one));
        for (int i = 0; i < offerings.size(); i++) {
            for (PriceRule price : offerings.get(i).prices()) {
                if (!price.variant().isEmpty()) {
                    // As the tickets of requests named a service with its variant.
                    String whole = names.services.get(i).title + " (" + price.variant() + ")";
                    names.bySpelling.putIfAbsent(spelling(whole), names.services.get(i));
                }
            }
        }
        return names;
    }

    private static String spelling(String written) {
        return written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ITALIAN);
    }

    private Optional<Known> find(String written) {
        return Optional.ofNullable(bySpelling.get(spelling(written)));
    }

    /** The code of the service that is meant; what is none of the catalogue stays as it is written. */
    String code(String written) {
        return find(written).map(Known::code).orElse(written);
    }

    /** How people read it. */
    String title(String written) {
        return find(written).map(Known::title).orElse(written);
    }

    /** The service of the catalogue; empty for one that is none of it. */
    Optional<OfferingId> offering(String written) {
        return find(written).map(Known::id);
    }

    /** Every way in which tickets may write the service that is meant, in small letters. */
    Set<String> spellings(String written) {
        return find(written)
                .map(known -> bySpelling.entrySet().stream()
                        .filter(one -> one.getValue().equals(known))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .orElseGet(() -> Set.of(spelling(written)));
    }

    /** Every way in which a service is written, in small letters, and its code. */
    Map<String, String> spellings() {
        Map<String, String> codes = new LinkedHashMap<>();
        bySpelling.forEach((spelling, one) -> codes.put(spelling, one.code));
        return codes;
    }

    /** Those that can be chosen on a day, by title. */
    List<Option> offeredOn(LocalDate day) {
        return services.stream()
                .filter(one -> one.offered.contains(day))
                .map(one -> new Option(one.code, one.title))
                .toList();
    }

    /** Those that a rule may be about, by title, and the one it is about already. */
    List<Option> forRules(LocalDate day, String none, String kept) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", none));
        options.addAll(offeredOn(day));
        if (!kept.isEmpty() && options.stream().noneMatch(one -> one.value().equals(kept))) {
            options.add(new Option(kept, title(kept)));
        }
        return options;
    }
}
