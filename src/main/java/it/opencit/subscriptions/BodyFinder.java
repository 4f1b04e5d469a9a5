// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.organizations.Organization;
import it.opencit.shared.CodiceFiscale;
import it.opencit.shared.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds the body that a file means, by tax code, IPA code or name. */
final class BodyFinder {

    private final Map<String, List<Organization>> known = new HashMap<>();

    BodyFinder(Collection<Organization> bodies) {
        for (Organization body : bodies) {
            List<String> words = new ArrayList<>();
            words.add(body.name());
            words.add(body.fullName());
            words.add(Objects.toString(body.details().taxCode(), ""));
            words.add(Objects.toString(body.details().ipaCode(), ""));
            words.stream()
                    .map(BodyFinder::plain)
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .forEach(word ->
                            known.computeIfAbsent(word, _ -> new ArrayList<>()).add(body));
        }
    }

    /** @throws Refusal when there is none, more than one, or a tax code is wrong */
    Organization find(String written) {
        if (written.isEmpty()) {
            throw Refusal.inField("ente", "subscriptions.import.no-body");
        }
        List<Organization> found = known.getOrDefault(plain(written), List.of());
        if (found.size() > 1) {
            throw Refusal.inField("ente", "subscriptions.import.ambiguous", written);
        }
        if (found.isEmpty()) {
            if (written.matches("\\d{8,16}")) {
                CodiceFiscale.of(written); // says what is wrong with it, where something is
            }
            throw Refusal.inField("ente", "subscriptions.import.unknown-body", written);
        }
        return found.getFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ITALIAN);
    }
}
