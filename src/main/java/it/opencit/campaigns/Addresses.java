// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;

/** Where things are in the working area and in that of the bodies. */
final class Addresses {

    static final String CAMPAIGNS = "/gestione/campagne";
    static final String OWN = "/area/campagne";

    private Addresses() {}

    static String of(CampaignId campaign) {
        return CAMPAIGNS + "/" + campaign;
    }

    static String of(CampaignId campaign, OrganizationId body) {
        return of(campaign) + "/enti/" + body;
    }

    static String own(CampaignId campaign) {
        return OWN + "/" + campaign;
    }

    static String of(OrganizationId body) {
        return "/gestione/enti/" + body;
    }

    static String of(FileId file) {
        return "/gestione/documenti/" + file;
    }
}
