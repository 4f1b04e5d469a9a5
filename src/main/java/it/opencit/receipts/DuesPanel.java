// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** This year's quotas and who is late, on the board. */
@Component
class DuesPanel implements HomePanel {

    private final MembershipDues dues;
    private final PaymentReminders reminders;
    private final Clock clock;

    DuesPanel(MembershipDues dues, PaymentReminders reminders, Clock clock) {
        this.reminders = reminders;
        this.dues = dues;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!mayLook(person)) {
            return Shown.NOTHING;
        }
        int year = LocalDate.now(clock).getYear();
        DuesOfYear found = dues.of(year);
        String address = "/gestione/quote/" + year;
        List<Attention> attention = new ArrayList<>(attention(year, found.refused(), address));
        attention.addAll(late());
        return new Shown(
                List.of(new Count("Euro di quote " + year, found.total().cents() / 100, address)), attention);
    }

    private static List<Attention> attention(int year, long refused, String address) {
        if (refused == 0) {
            return List.of();
        }
        String text = refused == 1
                ? "1 quota " + year + " non si può ancora calcolare"
                : refused + " quote " + year + " non si possono ancora calcolare";
        return List.of(new Attention(Urgency.SOON, text, address + "?state=Manca+un+dato"));
    }

    /** Only those for whom something is proposed today: the others wait. */
    private List<Attention> late() {
        LocalDate today = LocalDate.now(clock);
        long proposed = reminders.late().stream()
                .filter(late -> late.proposed(today).isPresent())
                .count();
        if (proposed == 0) {
            return List.of();
        }
        String text = proposed == 1
                ? "1 richiesta di pagamento è scaduta: c'è un sollecito da mandare"
                : proposed + " richieste di pagamento sono scadute: ci sono solleciti da mandare";
        return List.of(new Attention(Urgency.SOON, text, "/gestione/solleciti"));
    }

    private static boolean mayLook(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE);
    }
}
