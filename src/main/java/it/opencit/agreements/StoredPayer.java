// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;

/**
 * A payer rule as it is kept.
 *
 * @param beneficiary whose quota it divides
 */
record StoredPayer(long id, OrganizationId beneficiary, PayerRule rule) {}
