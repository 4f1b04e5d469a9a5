// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Euro;

/** Who pays, and how much of a due. */
public record Payer(OrganizationId organization, OrganizationKind kind, String name, Euro amount) {}
