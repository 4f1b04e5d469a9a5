// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.organizations.Organizations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The figures that the open data lack. What the sources print is taken as it is; the rest is derived and marked
 * "dimostrativo", a mark that follows it wherever it shows.
 */
@Component
@Order(300)
class DemonstrationFigures implements DemonstrationPart {

    private static final String MARK = "dimostrativo";
    private static final LocalDate OF_THE_CONVENTION = LocalDate.of(2013, 12, 31);
    private static final LocalDate BEFORE_LECCO_BEGAN = LocalDate.of(2017, 12, 31);
    private static final LocalDate OF_THE_OPEN_DATA = LocalDate.of(2022, 12, 31);

    /** Printed by the register of agreements of the CIT of Brescia, and by a request form. */
    private record Printed(int residents, @Nullable Integer businesses, String source) {}

    private static final Map<String, Printed> PRINTED = Map.of(
            "Coccaglio", new Printed(8757, 879, "Registro delle convenzioni del CIT"),
            "Torbole Casaglia", new Printed(6537, 531, "Registro delle convenzioni del CIT"),
            "Breno", new Printed(4915, null, "Modulo di richiesta PagoPA del Comune"));

    private final Organizations organizations;

    DemonstrationFigures(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public void load(Centre centre) {
        FigureBook known = organizations.figures();
        Map<OrganizationId, List<Figure>> added = new LinkedHashMap<>();
        for (Organization body : organizations.all()) {
            if (body.kind() != OrganizationKind.COMUNE) {
                if (centre.code().equals("lecco")) {
                    added.put(body.id(), List.of(workstations(BigDecimal.ZERO)));
                }
                continue;
            }
            known.at(body.id(), FigureKind.RESIDENTS, OF_THE_OPEN_DATA)
                    .map(Figure::value)
                    .ifPresent(residents -> added.put(
                            body.id(),
                            switch (centre.code()) {
                                case "brescia" -> ofBrescia(body, residents);
                                case "avellino" -> List.of(businesses(residents, OF_THE_OPEN_DATA));
                                case "lecco" -> List.of(workstations(residents));
                                default -> List.of();
                            }));
        }
        organizations.record(added);
    }

    private static List<Figure> ofBrescia(Organization body, BigDecimal residents) {
        List<Figure> figures = new ArrayList<>();
        Printed printed = PRINTED.get(body.name());
        if (printed != null) {
            figures.add(real(FigureKind.RESIDENTS, printed.residents(), printed.source()));
        } else if (body.name().equals("Acquafredda")) {
            // The one pair of round figures that gives the 405.30 euro of its accertamento 1003/2015.
            figures.add(marked(FigureKind.RESIDENTS, 1582, "Coerente con l'accertamento 1003/2015"));
        } else {
            figures.add(marked(
                    FigureKind.RESIDENTS, residents.intValueExact(), "Istat al 31/12/2022, riportati al 31/12/2013"));
        }
        if (printed != null && printed.businesses() != null) {
            figures.add(real(FigureKind.BUSINESSES, printed.businesses(), printed.source()));
        } else if (body.name().equals("Acquafredda")) {
            figures.add(marked(FigureKind.BUSINESSES, 168, "Coerente con l'accertamento 1003/2015"));
        } else {
            figures.add(businesses(residents, OF_THE_CONVENTION));
        }
        return figures;
    }

    private static Figure real(String kind, int value, String source) {
        return new Figure(kind, OF_THE_CONVENTION, BigDecimal.valueOf(value), source, null);
    }

    private static Figure marked(String kind, int value, String source) {
        return new Figure(kind, OF_THE_CONVENTION, BigDecimal.valueOf(value), source, MARK);
    }

    /** About one business for every eleven inhabitants. */
    private static Figure businesses(BigDecimal residents, LocalDate date) {
        BigDecimal value = residents.multiply(new BigDecimal("0.09")).setScale(0, RoundingMode.HALF_UP);
        return new Figure(FigureKind.BUSINESSES, date, value, "Stima: il 9 % degli abitanti", MARK);
    }

    /** About one workstation for every 250 inhabitants, and never less than four. */
    private static Figure workstations(BigDecimal residents) {
        int value = 4 + residents.intValueExact() / 250;
        return new Figure(
                FigureKind.WORKSTATIONS,
                BEFORE_LECCO_BEGAN,
                BigDecimal.valueOf(value),
                "Stima: una ogni 250 abitanti",
                MARK);
    }
}
