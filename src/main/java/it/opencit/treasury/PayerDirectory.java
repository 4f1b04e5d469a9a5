// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of a centre as payments name them: by tax code or VAT number, else by the whole name, whatever the order of
 * its words. A name that two bodies share recognises neither.
 */
final class PayerDirectory {

    private final Map<String, OrganizationId> byCode = new HashMap<>();
    private final Map<Set<String>, OrganizationId> byWords = new HashMap<>();
    private final Set<Set<String>> shared = new HashSet<>();
    private final Map<String, List<Set<String>>> byLongestWord = new HashMap<>();
    private final Map<OrganizationId, String> names = new HashMap<>();

    private PayerDirectory() {}

    static PayerDirectory of(List<Organization> bodies) {
        var directory = new PayerDirectory();
        bodies.forEach(directory::add);
        return directory;
    }

    @Nullable
    OrganizationId recognise(String name, String taxCode) {
        OrganizationId byCode = this.byCode.get(code(taxCode));
        if (byCode != null) {
            return byCode;
        }
        return byWords.get(Words.telling(name));
    }

    /** Bodies whose whole name is among some words, such as those of a reason of payment. */
    Set<OrganizationId> named(Set<String> words) {
        return words.stream()
                .flatMap(word -> byLongestWord.getOrDefault(word, List.of()).stream())
                .filter(words::containsAll)
                .map(byWords::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** As acts write it; "" for a body that is not there. */
    String name(@Nullable OrganizationId id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    private void add(Organization body) {
        names.put(body.id(), body.fullName());
        OrganizationDetails details = body.details();
        if (details.vatNumber() != null) {
            byCode.put(code(details.vatNumber().toString()), body.id());
        }
        if (details.taxCode() != null) {
            byCode.put(code(details.taxCode().toString()), body.id());
        }
        Set<String> words = Words.telling(body.fullName());
        if (words.isEmpty() || shared.contains(words)) {
            return;
        }
        if (byWords.remove(words) != null) {
            shared.add(words);
        } else {
            byWords.put(words, body.id());
            String longest =
                    words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
            byLongestWord.computeIfAbsent(longest, _ -> new ArrayList<>()).add(words);
        }
    }

    private static String code(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
