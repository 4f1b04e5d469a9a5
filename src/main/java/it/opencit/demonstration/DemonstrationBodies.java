// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.ImportSource;
import it.opencit.organizations.OrganizationDetails;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The real bodies of each territory, imported from the open data as any centre would. */
@Component
@Order(200)
class DemonstrationBodies implements DemonstrationPart {

    /** Abbreviations of the provinces that each centre serves; the one of Genova serves all Liguria. */
    static final Map<String, Set<String>> PROVINCES = Map.of(
            "brescia", Set.of("BS"),
            "pesaro-urbino", Set.of("PU"),
            "macerata", Set.of("MC"),
            "lecco", Set.of("LC"),
            "lecce", Set.of("LE"),
            "avellino", Set.of("AV"),
            "potenza", Set.of("PZ"),
            "genova", Set.of("GE", "IM", "SP", "SV"));

    /** Members of the CIT of Brescia that its documents name and the register of bodies does not list. */
    private static final Map<String, OrganizationKind> ONLY_IN_THE_SOURCES = Map.of(
            "Consorzio Comuni B.I.M. di Valle Camonica", OrganizationKind.CONSORZIO,
            "Centro Formativo Provinciale Giuseppe Zanardelli", OrganizationKind.AZIENDA_SPECIALE,
            "Unione Comuni Bassa Bresciana Occidentale", OrganizationKind.UNIONE);

    private final Organizations organizations;

    DemonstrationBodies(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public void load(Centre centre) {
        Set<String> provinces = PROVINCES.getOrDefault(centre.code(), Set.of());
        organizations.importShipped(ImportSource.ISTAT, provinces);
        organizations.importShipped(ImportSource.IPA, provinces);
        if (centre.code().equals("brescia")) {
            ONLY_IN_THE_SOURCES.forEach((name, kind) -> organizations.add(OrganizationDetails.of(kind, name)));
        }
    }
}
