// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.access.Role;

/** Where things are in the working area, and who reads them. */
final class Addresses {

    static final String OFFERINGS = "/gestione/catalogo";
    static final String SUPPLIERS = "/gestione/fornitori";
    static final String CONTRACTS = "/gestione/fornitori/contratti";
    static final Role[] READERS = {Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE};

    private Addresses() {}

    static String of(OfferingId offering) {
        return OFFERINGS + "/" + offering;
    }

    /** Where the versions of the sheet of a service are, and what is done with them. */
    static String versions(OfferingId offering) {
        return of(offering) + "/scheda/pubblicazione";
    }

    static String of(SupplierId supplier) {
        return SUPPLIERS + "/" + supplier;
    }

    static String of(ContractId contract) {
        return CONTRACTS + "/" + contract;
    }
}
