// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;

/** How to reach the centre: facts, what one can do, and pages that say more. */
public record SiteContacts(Shell shell, List<SiteContent.Fact> facts, List<SiteCard> acts, List<SiteCard> pages) {}
