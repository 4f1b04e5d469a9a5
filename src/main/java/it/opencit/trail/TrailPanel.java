// SPDX-License-Identifier: EUPL-1.2
package it.opencit.trail;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.access.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the home page: somebody touched the trail. */
@Component
class TrailPanel implements HomePanel {

    private final SealStore seals;

    TrailPanel(SealStore seals) {
        this.seals = seals;
    }

    @Override
    public Shown show(SignedIn person) {
        if (!person.isOneOf(Role.COORDINATORE)
                || seals.verification().map(Verification::problem).orElse("").isEmpty()) {
            return Shown.NOTHING;
        }
        return new Shown(
                List.of(),
                List.of(new Attention(Urgency.NOW, Messages.text("trail.attention"), TrailController.ADDRESS)));
    }
}
