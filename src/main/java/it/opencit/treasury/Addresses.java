// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;

/** Where things are in the working area. */
final class Addresses {

    static final String MOVEMENTS = "/gestione/movimenti";
    static final String ACCERTAMENTI = "/gestione/accertamenti";
    static final String PROVVISORI = "/gestione/provvisori";
    static final String ALLOCATIONS = "/gestione/abbinamenti";
    static final String RISCOSSIONI = "/gestione/riscossioni";
    static final String RESIDUALS = "/gestione/residui";
    static final String IMPORT = PROVVISORI + "/importazione";

    private Addresses() {}

    static String of(AccertamentoId accertamento) {
        return ACCERTAMENTI + "/" + accertamento;
    }

    static String of(ProvvisorioId provvisorio) {
        return PROVVISORI + "/" + provvisorio;
    }

    static String of(RiscossioneId riscossione) {
        return RISCOSSIONI + "/" + riscossione;
    }

    static String of(OrganizationId organization) {
        return "/gestione/enti/" + organization;
    }
}
