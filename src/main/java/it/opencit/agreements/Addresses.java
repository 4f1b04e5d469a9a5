// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;

/** Where things are in the working area. */
final class Addresses {

    static final String SCHEMES = "/gestione/convenzioni";
    static final String ACCESSIONS = "/gestione/convenzioni/adesioni";

    private Addresses() {}

    static String of(SchemeId scheme) {
        return SCHEMES + "/" + scheme;
    }

    static String of(AccessionId accession) {
        return ACCESSIONS + "/" + accession;
    }

    static String of(OrganizationId organization) {
        return "/gestione/enti/" + organization;
    }

    static String of(FileId file) {
        return "/gestione/documenti/" + file;
    }
}
