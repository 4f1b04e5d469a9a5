// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;

/** Something that cannot be computed yet, and why. */
record Gap(String key, OrganizationId beneficiary, String title, String reason) {}
