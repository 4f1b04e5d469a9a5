// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Refusal;

/** What holds for the texts of a body, whoever writes them. */
final class OrganizationRules {

    private OrganizationRules() {}

    /**
     * The same details, with the province that the Istat code tells where none is written.
     *
     * @throws Refusal in the first field at fault
     */
    static OrganizationDetails check(OrganizationDetails details) {
        form("postcode", details.seat().postcode(), "(\\d{5})?");
        form("province", details.seat().province(), "([A-Z]{2})?");
        form("provinceCode", details.provinceCode(), "(\\d{3})?");
        if (!details.provinceCode().isEmpty() || details.istatCode() == null) {
            return details;
        }
        return details.inProvince(details.istatCode().province());
    }

    private static void form(String field, String text, String pattern) {
        if (!text.matches(pattern)) {
            throw Refusal.inField(field, "organizations." + field + ".form", text);
        }
    }
}
