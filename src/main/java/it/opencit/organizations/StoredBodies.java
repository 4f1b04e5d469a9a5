// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the centre, found by what a row says of them. */
final class StoredBodies {

    private final Map<String, StoredBody> byCadastral = new HashMap<>();
    private final Map<String, StoredBody> byIpa = new HashMap<>();
    private final Map<String, StoredBody> byName = new HashMap<>();

    StoredBodies(Collection<StoredBody> all) {
        for (StoredBody body : all) {
            put(byCadastral, body.get(BodyField.CADASTRAL_CODE), body);
            put(byIpa, body.get(BodyField.IPA_CODE).toLowerCase(Locale.ROOT), body);
            put(byName, name(body.kind(), body.get(BodyField.NAME), body.get(BodyField.SEAT_PROVINCE)), body);
        }
    }

    /**
     * The stored body that a row means. A Comune is known by its cadastral code, the only one that never changes; other
     * bodies by their IPA code. Where the stored body has no such code, by kind, name and province.
     */
    @Nullable
    StoredBody meantBy(ImportedBody row) {
        String cadastral = row.get(BodyField.CADASTRAL_CODE);
        if (cadastral != null && byCadastral.get(cadastral) instanceof StoredBody found) {
            return found;
        }
        String ipa = row.get(BodyField.IPA_CODE);
        if (cadastral == null && ipa != null && byIpa.get(ipa.toLowerCase(Locale.ROOT)) instanceof StoredBody found) {
            return found;
        }
        StoredBody namesake = byName.get(name(row.kind(), row.name(), row.get(BodyField.SEAT_PROVINCE)));
        return namesake != null && codeIsFree(namesake, cadastral) ? namesake : null;
    }

    /** Two bodies of one name with different codes are two bodies. */
    private static boolean codeIsFree(StoredBody body, @Nullable String cadastral) {
        return cadastral == null
                ? body.get(BodyField.IPA_CODE).isEmpty()
                : body.get(BodyField.CADASTRAL_CODE).isEmpty();
    }

    private static void put(Map<String, StoredBody> index, String key, StoredBody body) {
        if (!key.isEmpty()) {
            index.putIfAbsent(key, body);
        }
    }

    private static String name(OrganizationKind kind, String name, @Nullable String province) {
        return kind + "|" + Plain.of(name) + "|" + (province == null ? "" : province);
    }
}
