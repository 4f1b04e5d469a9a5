// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import org.jspecify.annotations.Nullable;

/**
 * What a new computation changed in a draft.
 *
 * @param before owed before; {@code null} for a new line
 * @param after owed now; {@code null} for a line that is gone
 * @param because in Italian
 */
public record DuesChange(
        String key,
        OrganizationId beneficiary,
        OrganizationId payer,
        String title,
        @Nullable Euro before,
        @Nullable Euro after,
        String because) {}
