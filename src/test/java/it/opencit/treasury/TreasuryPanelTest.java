// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.access.HomePanel;
import it.opencit.access.SignedIn;
import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.cast.OpenCitTest;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OpenCitTest
class TreasuryPanelTest {

    private static final String CENTRE = "tesoro-bacheca";

    @Autowired
    Cast cast;

    @Autowired
    MovingClock clock;

    @Autowired
    Treasury treasury;

    @Autowired
    Organizations organizations;

    @Autowired
    TreasuryPanel panel;

    @AfterEach
    void letTheClockGo() {
        clock.letGo();
    }

    /** Received on 29 December 2017: sixty days end on 27 February, the treasurer's account is due on 30 January. */
    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2018-01-05 | Un provvisorio del 2017 è da regolarizzare prima del conto del tesoriere (30/01/2018)
            2018-02-05 | nothing
            2018-02-12 | Un provvisorio è da regolarizzare entro 15 giorni
            2018-02-27 | Un provvisorio è da regolarizzare entro 15 giorni
            2018-02-28 | Un provvisorio ha passato i 60 giorni senza essere regolarizzato
            """)
    void theSixtyDaysAreTold(LocalDate today, String told) {
        cast.at(CENTRE, () -> {
            if (panel.show(person(Role.COORDINATORE)).counts().isEmpty()) {
                new TreasuryScene(organizations, treasury).received("COMUNE", "1.00", "2017-12-29", "");
            }
        });
        clock.moveTo(today);

        List<String> shown = cast.at(CENTRE, () -> panel.show(person(Role.COORDINATORE))).attention().stream()
                .map(HomePanel.Attention::text)
                .toList();

        assertThat(shown).isEqualTo(told.equals("nothing") ? List.of() : List.of(told));
        assertThat(cast.at(CENTRE, () -> panel.show(person(Role.REDATTORE)))).isEqualTo(HomePanel.Shown.NOTHING);
    }

    private static SignedIn person(Role role) {
        return new SignedIn(1, "anna", "Anna Valenti", 1, Set.of(role), null);
    }
}
