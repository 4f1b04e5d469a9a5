// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;

/** What one body pays of a quota. */
public record PayerAmount(OrganizationId payer, Euro amount) {}
