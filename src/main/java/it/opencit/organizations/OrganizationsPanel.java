// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many bodies there are, and which Comuni lack the figures that dues need. */
@Component
class OrganizationsPanel implements HomePanel {

    private final OrganizationStore store;

    OrganizationsPanel(OrganizationStore store) {
        this.store = store;
    }

    @Override
    public Shown show(SignedIn person) {
        return new Shown(counts(person), attention(person));
    }

    private List<Count> counts(SignedIn person) {
        return List.of(
                new Count("Enti", store.count(), "/gestione/enti"),
                new Count("Comuni", store.count(OrganizationKind.COMUNE), "/gestione/enti?tipo=COMUNE"));
    }

    private List<Attention> attention(SignedIn person) {
        return Stream.of(missing(FigureKind.RESIDENTS, "abitanti"), missing(FigureKind.BUSINESSES, "imprese"))
                .flatMap(List::stream)
                .toList();
    }

    private List<Attention> missing(String kind, String word) {
        long comuni = store.comuniWithout(kind);
        if (comuni == 0) {
            return List.of();
        }
        String text = comuni == 1 ? "A un Comune manca il numero di " : "A " + comuni + " Comuni manca il numero di ";
        return List.of(new Attention(Urgency.WHEN_CONVENIENT, text + word, "/gestione/enti?tipo=COMUNE&senza=" + word));
    }
}
