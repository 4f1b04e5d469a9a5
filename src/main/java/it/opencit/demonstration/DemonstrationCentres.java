// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.NewCentre;
import java.util.List;

/** The centres of the demonstration: names and places from the sources of the kits, contacts invented. */
final class DemonstrationCentres {

    private DemonstrationCentres() {}

    static List<NewCentre> all() {
        return List.of(
                centre(
                        "brescia",
                        "Centro Innovazione e Tecnologie",
                        "CIT Brescia",
                        "Provincia di Brescia",
                        "017",
                        "#004d99",
                        "#0059b3"),
                centre(
                        "pesaro-urbino",
                        "Centro Servizi Territoriale Pesaro e Urbino",
                        "CSTPU",
                        "Provincia di Pesaro e Urbino",
                        "041",
                        "#1b5e3a",
                        "#17663d"),
                centre(
                        "macerata",
                        "SINP, sistema informativo provinciale (Task)",
                        "Task Macerata",
                        "Provincia di Macerata",
                        "043",
                        "#8a1c3b",
                        "#8a1c3b"),
                centre(
                        "lecco",
                        "Centro Servizi Territoriale di Lecco",
                        "CST Lecco",
                        "Provincia di Lecco",
                        "097",
                        "#00596b",
                        "#00606f"),
                centre(
                        "lecce",
                        "Centro Innovazione e Tecnologie di Lecce",
                        "CIT Lecce",
                        "Comune di Lecce",
                        "075",
                        "#6b3fa0",
                        "#5b3390"),
                centre(
                        "avellino",
                        "Centro Innovazione e Tecnologie di Avellino",
                        "CIT Avellino",
                        "Comune di Avellino",
                        "064",
                        "#3d5a00",
                        "#3d5a00"),
                centre(
                        "potenza",
                        "Centro Innovazione e Tecnologie di Potenza",
                        "CIT Potenza",
                        "Comune di Potenza",
                        "076",
                        "#7a3b00",
                        "#7a3b00"),
                centre(
                        "genova",
                        "Centro Servizi Territoriale Liguria",
                        "CST Liguria",
                        "Città metropolitana di Genova",
                        "010",
                        "#a3122a",
                        "#a3122a"));
    }

    private static NewCentre centre(
            String code,
            String name,
            String shortName,
            String leadBody,
            String province,
            String primary,
            String accent) {
        return new NewCentre(
                code,
                name,
                shortName,
                leadBody,
                List.of(province),
                primary,
                accent,
                leadBody + " (contatti dimostrativi)",
                "",
                "cit@" + code + ".example.org",
                "cit@pec." + code + ".example.org",
                "Dal lunedì al giovedì 9-12 e 14-16, venerdì 9-12.30",
                "",
                "",
                List.of(code + ".localhost"));
    }
}
