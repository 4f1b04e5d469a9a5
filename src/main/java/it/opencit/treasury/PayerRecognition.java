// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.Organizations;
import org.springframework.stereotype.Component;

/** Recognises a body of the centre in the payer that the treasurer wrote. */
@Component
class PayerRecognition {

    private final Organizations organizations;

    PayerRecognition(Organizations organizations) {
        this.organizations = organizations;
    }

    /** All bodies, read once: for many provvisori. */
    PayerDirectory directory() {
        return PayerDirectory.of(organizations.all());
    }
}
