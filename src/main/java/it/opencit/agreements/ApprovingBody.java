// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationKind;
import java.util.List;

/** The organ of a body that approves joining a convention. */
public enum ApprovingBody {
    COUNCIL("Consiglio"),
    EXECUTIVE("Giunta"),
    BOARD("Consiglio di amministrazione"),
    ASSEMBLY("Assemblea"),
    OTHER("Altro organo");

    private final String label;

    ApprovingBody(String label) {
        this.label = label;
    }

    /** The Italian name shown to users. */
    public String label() {
        return label;
    }

    /**
     * The organs that can approve for a kind of body, the usual one first. In a Comune, a Province or an Unione the
     * Council, since services are carried out together (d.lgs. 267/2000, art. 42 c. 2 c); the Giunta for atypical
     * conventions (art. 48). A Province has no Giunta since l. 56/2014: there its president decrees.
     */
    static List<ApprovingBody> of(OrganizationKind kind) {
        return switch (kind) {
            case COMUNE, UNIONE -> List.of(COUNCIL, EXECUTIVE, OTHER);
            case COMUNITA_MONTANA -> List.of(ASSEMBLY, EXECUTIVE, COUNCIL, OTHER);
            case PROVINCIA, CITTA_METROPOLITANA -> List.of(COUNCIL, OTHER);
            case CONSORZIO -> List.of(ASSEMBLY, BOARD, OTHER);
            case AZIENDA_SPECIALE -> List.of(BOARD, ASSEMBLY, OTHER);
            case OTHER -> List.of(BOARD, ASSEMBLY, COUNCIL, EXECUTIVE, OTHER);
        };
    }
}
