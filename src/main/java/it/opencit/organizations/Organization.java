// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

/**
 * A body of the centre.
 *
 * @param version of what is written, to notice that somebody else changed it meanwhile
 */
public record Organization(OrganizationId id, OrganizationDetails details, int version) {

    public OrganizationKind kind() {
        return details.kind();
    }

    /** The proper name: {@code Coccaglio}. */
    public String name() {
        return details.name();
    }

    /** As acts write it: {@code Comune di Coccaglio}; other kinds carry their nature in the name. */
    public String fullName() {
        boolean named = name().regionMatches(true, 0, "Comune ", 0, 7);
        return kind() == OrganizationKind.COMUNE && !named ? "Comune di " + name() : name();
    }
}
