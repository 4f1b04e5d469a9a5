// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.organizations.FigureBook;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which bodies joined. The sources say how many of each kind, and name a few; the others are chosen by a fixed rule. */
final class Members {

    /** Bodies that the documents of the CIT of Brescia name as members. */
    private static final Set<String> NAMED = Set.of(
            "Acquafredda",
            "Azzano Mella",
            "Bagnolo Mella",
            "Breno",
            "Ceto",
            "Centro Formativo Provinciale Giuseppe Zanardelli",
            "Coccaglio",
            "Consorzio Comuni B.I.M. di Valle Camonica",
            "Dello",
            "Gardone Riviera",
            "Soiano del Lago",
            "Torbole Casaglia",
            "Toscolano-Maderno",
            "Unione Comuni Bassa Bresciana Occidentale",
            "Unione Antichi Borghi di Vallecamonica");

    /** Residents of the members, where the sources state it. */
    private static final Map<String, Long> RESIDENTS = Map.of("brescia", 920_000L, "avellino", 197_000L);

    /** What the sources count only altogether: Lecco has 49 members, Macerata 59. */
    private static final Map<String, Map<OrganizationKind, Integer>> COUNTED = Map.of(
            "lecco",
                    Map.of(
                            OrganizationKind.COMUNE,
                            46,
                            OrganizationKind.COMUNITA_MONTANA,
                            2,
                            OrganizationKind.UNIONE,
                            1),
            "macerata", Map.of(OrganizationKind.COMUNE, 55, OrganizationKind.UNIONE, 3, OrganizationKind.CONSORZIO, 1));

    private Members() {}

    static List<Organization> of(
            String centre, Map<OrganizationKind, Integer> numbers, List<Organization> bodies, FigureBook figures) {
        List<Organization> members = new ArrayList<>();
        Map<OrganizationKind, Integer> wanted = numbers.isEmpty() ? COUNTED.getOrDefault(centre, Map.of()) : numbers;
        wanted.forEach((kind, number) -> {
            List<Organization> candidates = bodies.stream()
                    .filter(body -> body.kind() == kind)
                    .sorted(Comparator.comparing((Organization body) -> residents(body, figures))
                            .thenComparing(Organization::name))
                    .toList();
            members.addAll(
                    kind == OrganizationKind.COMUNE && RESIDENTS.containsKey(centre)
                            ? nearest(candidates, number, RESIDENTS.get(centre), figures)
                            : namedFirst(candidates, number));
        });
        return members;
    }

    private static List<Organization> namedFirst(List<Organization> candidates, int number) {
        return candidates.stream()
                .sorted(Comparator.comparing(body -> !NAMED.contains(body.name())))
                .limit(number)
                .toList();
    }

    /** Leaves out the largest, and the run of others with which the residents of the members come nearest to the total. */
    private static List<Organization> nearest(List<Organization> bySize, int number, long total, FigureBook figures) {
        int leftOut = bySize.size() - number;
        if (leftOut <= 0) {
            return bySize;
        }
        List<Organization> best = List.of();
        long bestGap = Long.MAX_VALUE;
        for (int start = 0; start + leftOut - 1 <= bySize.size() - 1; start++) {
            List<Organization> members = new ArrayList<>();
            int out = 0;
            for (int i = 0; i < bySize.size(); i++) {
                boolean named = NAMED.contains(bySize.get(i).name());
                boolean largest = i == bySize.size() - 1;
                if (largest || (!named && i >= start && out < leftOut - 1)) {
                    out++;
                } else {
                    members.add(bySize.get(i));
                }
            }
            long residents =
                    members.stream().mapToLong(body -> residents(body, figures)).sum();
            if (members.size() == number && Math.abs(residents - total) < bestGap) {
                bestGap = Math.abs(residents - total);
                best = members;
            }
        }
        return best;
    }

    private static long residents(Organization body, FigureBook figures) {
        return figures.latest(body.id(), FigureKind.RESIDENTS, LocalDate.of(2999, 12, 31))
                .map(figure -> figure.value().longValue())
                .orElse(0L);
    }

    /** A body by its proper name. */
    static Organization named(List<Organization> bodies, String name) {
        return bodies.stream()
                .filter(body -> body.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not among the bodies: " + name));
    }
}
