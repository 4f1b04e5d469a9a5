// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Shell.Link;
import java.util.List;
import org.springframework.stereotype.Component;

/** The main menu of the public site, as the centre arranged it. */
@Component
class SiteMenu {

    private final Arrangements arrangements;

    SiteMenu(Arrangements arrangements) {
        this.arrangements = arrangements;
    }

    List<Link> of(Visit visit) {
        return arrangements.current().menu().stream()
                .map(line -> {
                    String path = line.address();
                    boolean here = visit.path().equals(path) || visit.path().startsWith(path + "/");
                    return new Link(line.in(visit.language()), visit.to(path), here);
                })
                .toList();
    }
}
