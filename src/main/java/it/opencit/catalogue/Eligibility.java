// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for a service.
 *
 * @param membersOnly otherwise anyone may, at list price
 * @param kinds of body; empty means all
 * @param maxResidents up to and including; {@code null} without a limit
 */
public record Eligibility(
        boolean membersOnly,
        Set<OrganizationKind> kinds,
        @Nullable Integer maxResidents) {

    /** Every member. */
    public static final Eligibility MEMBERS = new Eligibility(true, Set.of(), null);

    public Eligibility {
        kinds = Set.copyOf(kinds);
        if (maxResidents != null && maxResidents < 1) {
            throw Refusal.inField("maxResidents", "catalogue.eligibility.max-residents");
        }
    }

    /**
     * Why a body may not ask; nothing when it may.
     *
     * @param member whether it has a convention in force
     * @param residents {@code null} when not known: then a limit of residents refuses it
     */
    public Optional<Refusal> refusal(Organization body, boolean member, @Nullable Long residents) {
        if (membersOnly && !member) {
            return Optional.of(new Refusal("catalogue.eligibility.members-only"));
        }
        if (!kinds.isEmpty() && !kinds.contains(body.kind())) {
            return Optional.of(new Refusal("catalogue.eligibility.kinds", kindsInItalian()));
        }
        if (maxResidents != null && residents == null) {
            return Optional.of(new Refusal("catalogue.eligibility.residents-unknown", maxResidents));
        }
        if (maxResidents != null && residents != null && residents > maxResidents) {
            return Optional.of(new Refusal("catalogue.eligibility.residents", maxResidents, residents));
        }
        return Optional.empty();
    }

    /** Such as "Enti convenzionati: Comune, Unione di Comuni, fino a 5.000 abitanti". */
    public String inItalian() {
        return (membersOnly
                        ? "Solo enti convenzionati"
                        : "Tutti gli enti, al prezzo di listino chi non è convenzionato")
                + (kinds.isEmpty() ? "" : ": " + kindsInItalian())
                + (maxResidents == null ? "" : ", fino a " + Italian.number(maxResidents) + " abitanti");
    }

    private String kindsInItalian() {
        return kinds.stream().sorted().map(OrganizationKind::label).collect(Collectors.joining(", "));
    }
}
