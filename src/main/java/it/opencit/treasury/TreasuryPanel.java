// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: provvisori whose sixty days pass, the treasurer's yearly account, what waits for an order. */
@Component
class TreasuryPanel implements HomePanel {

    private static final int SOON = 15;
    private static final String LIST = Addresses.PROVVISORI;

    private final ProvvisorioStore provvisori;
    private final AllocationStore allocations;
    private final Clock clock;

    TreasuryPanel(ProvvisorioStore provvisori, AllocationStore allocations, Clock clock) {
        this.provvisori = provvisori;
        this.allocations = allocations;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE)) {
            return Shown.NOTHING;
        }
        LocalDate today = LocalDate.now(clock);
        long open = provvisori.openUntil(LocalDate.of(9999, 12, 31));
        long passed = provvisori.openUntil(today.minusDays(1));
        long soon = provvisori.openUntil(today.plusDays(SOON)) - passed;
        List<Attention> attention = new ArrayList<>();
        if (passed > 0) {
            attention.add(new Attention(
                    Urgency.NOW, Messages.text("treasury.attention.passed", passed), LIST + "?termine=scaduto"));
        }
        if (soon > 0) {
            attention.add(new Attention(
                    Urgency.SOON, Messages.text("treasury.attention.soon", soon, SOON), LIST + "?termine=15"));
        }
        account(today, attention);
        long waiting = allocations.waiting();
        if (waiting > 0) {
            attention.add(new Attention(
                    Urgency.WHEN_CONVENIENT,
                    Messages.text("treasury.attention.waiting", waiting),
                    Addresses.RISCOSSIONI + "?ordine=senza"));
        }
        return new Shown(
                open == 0 ? List.of() : List.of(new Count("Provvisori da regolarizzare", open, LIST + "?stato=aperti")),
                attention);
    }

    /** In January: what of last year is still open before the treasurer's account (TUEL, art. 180, c. 4, and 226). */
    private void account(LocalDate today, List<Attention> attention) {
        int lastYear = today.getYear() - 1;
        LocalDate due = LocalDate.of(today.getYear(), 1, 30);
        if (today.getMonth() != Month.JANUARY || today.isAfter(due)) {
            return;
        }
        long open = provvisori.openOf(lastYear);
        if (open > 0) {
            attention.add(new Attention(
                    Urgency.SOON,
                    Messages.text("treasury.attention.account", open, Integer.toString(lastYear), Italian.date(due)),
                    LIST + "?stato=aperti&al=" + lastYear + "-12-31"));
        }
    }
}
