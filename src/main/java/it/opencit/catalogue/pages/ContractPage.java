// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import java.util.List;

/** A contract with everything about it; {@code renewal} is the address of the form that renews it, "" when it cannot. */
public record ContractPage(
        String address,
        String object,
        String state,
        String tone,
        List<OfferingPage.Fact> facts,
        List<OfferingPage.Fact> offerings,
        String notes,
        String renewal,
        boolean writable) {}
