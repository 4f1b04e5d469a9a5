// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import java.util.List;

/** A supplier with its contracts and the services it runs. */
public record SupplierPage(
        String address,
        String name,
        List<OfferingPage.Fact> facts,
        List<OfferingPage.Fact> offerings,
        List<OfferingPage.ContractLine> contracts,
        String newContract,
        boolean writable) {}
