// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;

/** Where things are, for the staff and for the bodies' people. */
final class SubscriptionAddresses {

    static final String STAFF = "/gestione/servizi";
    static final String AREA = "/area/servizi";

    private SubscriptionAddresses() {}

    static String of(SubscriptionId id) {
        return STAFF + "/" + id;
    }

    static String inArea(SubscriptionId id) {
        return AREA + "/" + id;
    }

    static String of(OrganizationId organization) {
        return "/gestione/enti/" + organization;
    }

    static String of(FileId file) {
        return "/gestione/documenti/" + file;
    }
}
