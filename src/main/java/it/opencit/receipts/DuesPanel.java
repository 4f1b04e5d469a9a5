// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** This year's quotas on the board. */
@Component
class DuesPanel implements HomePanel {

    private final MembershipDues dues;
    private final Clock clock;

    DuesPanel(MembershipDues dues, Clock clock) {
        this.dues = dues;
        this.clock = clock;
    }

    @Override
    public List<Count> counts(SignedIn person) {
        if (!mayLook(person)) {
            return List.of();
        }
        long euros = dues.of(year()).total().cents() / 100;
        return List.of(new Count("Euro di quote " + year(), euros, "/gestione/quote/" + year()));
    }

    @Override
    public List<Attention> attention(SignedIn person) {
        long refused = mayLook(person) ? dues.of(year()).refused() : 0;
        return refused == 0
                ? List.of()
                : List.of(new Attention(
                        Urgency.SOON,
                        refused == 1
                                ? "1 quota " + year() + " non si può ancora calcolare"
                                : refused + " quote " + year() + " non si possono ancora calcolare",
                        "/gestione/quote/" + year() + "?state=Manca+un+dato"));
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }

    private static boolean mayLook(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE);
    }
}
