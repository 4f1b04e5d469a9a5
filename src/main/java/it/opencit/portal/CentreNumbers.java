// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.organizations.OrganizationKind;
import it.opencit.portal.Members.Member;
import it.opencit.portal.pages.SiteHome.Count;
import it.opencit.portal.pages.SiteText;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the home page says of the centre in figures, all counted. */
@Component
class CentreNumbers {

    private final Members members;
    private final Catalogue catalogue;
    private final Clock clock;

    CentreNumbers(Members members, Catalogue catalogue, Clock clock) {
        this.members = members;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    List<Count> shown(Visit visit) {
        SiteText text = visit.text();
        NumberFormat format = NumberFormat.getIntegerInstance(visit.language().locale());
        List<Member> joined = members.today();
        long comuni = joined.stream()
                .filter(one -> one.body().kind() == OrganizationKind.COMUNE)
                .count();
        return List.of(
                new Count(
                        format.format(joined.size()),
                        text.get("number.members"),
                        visit.to(SiteMembersController.ADDRESS)),
                new Count(format.format(comuni), text.get("number.comuni"), ""),
                new Count(format.format(Members.residents(joined)), text.get("number.residents"), ""),
                new Count(
                        format.format(catalogue.offeredOn(LocalDate.now(clock)).size()),
                        text.get("number.services"),
                        visit.to("/servizi")));
    }
}
