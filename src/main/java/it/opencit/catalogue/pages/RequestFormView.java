// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue.pages;

import java.util.List;

/** A version of a request form as it was. */
public record RequestFormView(
        String offering, String title, int version, String written, List<OfferingPage.FieldLine> fields) {}
