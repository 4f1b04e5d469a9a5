// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.tariffs.TariffVersion.State;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tariffs on the home page of the staff: those in force, and the drafts that wait for an act. */
@Component
class TariffsPanel implements HomePanel {

    private final Tariffs tariffs;

    TariffsPanel(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    public Shown show(SignedIn person) {
        return new Shown(counts(person), attention(person));
    }

    private List<Count> counts(SignedIn person) {
        return List.of(
                new Count("Tariffe in vigore", tariffs.countOf(State.IN_FORCE), TariffSheets.HOME + "?stato=IN_FORCE"));
    }

    private List<Attention> attention(SignedIn person) {
        long drafts = tariffs.countOf(State.DRAFT);
        return drafts == 0 || !person.isOneOf(TariffController.WRITERS)
                ? List.of()
                : List.of(new Attention(
                        Urgency.WHEN_CONVENIENT,
                        drafts == 1 ? "Una tariffa è in bozza" : drafts + " tariffe sono in bozza",
                        TariffSheets.HOME + "?stato=DRAFT"));
    }
}
