// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: how many members, which conventions are about to end, what waits to be completed. */
@Component
class AgreementsPanel implements HomePanel {

    private final AccessionStore accessions;
    private final Clock clock;

    AgreementsPanel(AccessionStore accessions, Clock clock) {
        this.accessions = accessions;
        this.clock = clock;
    }

    @Override
    public Shown show(SignedIn person) {
        return new Shown(counts(person), attention(person));
    }

    private List<Count> counts(SignedIn person) {
        if (!reads(person)) {
            return List.of();
        }
        return List.of(new Count(
                "Adesioni attive",
                accessions.count(AccessionStage.ACTIVE, LocalDate.now(clock)),
                Addresses.ACCESSIONS + "?stato=Attiva"));
    }

    private List<Attention> attention(SignedIn person) {
        if (!reads(person)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<Attention> attention = new ArrayList<>();
        long before = expiring(attention, Urgency.NOW, today, 7, 0);
        before = expiring(attention, Urgency.SOON, today, 30, before);
        expiring(attention, Urgency.WHEN_CONVENIENT, today, 90, before);
        waiting(attention, AccessionStage.SIGNED, Urgency.SOON, today);
        waiting(attention, AccessionStage.APPROVED, Urgency.WHEN_CONVENIENT, today);
        waiting(attention, AccessionStage.DRAFT, Urgency.WHEN_CONVENIENT, today);
        return attention;
    }

    /** Tells of a longer term only when it holds more than the shorter one did; gives how many it holds. */
    private long expiring(List<Attention> attention, Urgency urgency, LocalDate today, int days, long before) {
        long number = accessions.expiring(today, days);
        if (number > before) {
            attention.add(new Attention(
                    urgency,
                    Messages.text("agreements.attention.expiring", number, days),
                    Addresses.ACCESSIONS + "?scadenza=" + days));
        }
        return number;
    }

    private void waiting(List<Attention> attention, AccessionStage stage, Urgency urgency, LocalDate today) {
        long number = accessions.count(stage, today);
        if (number > 0) {
            attention.add(new Attention(
                    urgency,
                    Messages.text(
                            switch (stage) {
                                case SIGNED -> "agreements.attention.signed";
                                case APPROVED -> "agreements.attention.approved";
                                default -> "agreements.attention.draft";
                            },
                            number),
                    Addresses.ACCESSIONS + "?stato=" + stage.label().replace(" ", "+")));
        }
    }

    private static boolean reads(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE);
    }
}
