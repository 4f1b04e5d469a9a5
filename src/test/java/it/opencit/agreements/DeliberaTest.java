// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.organizations.OrganizationKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliberaTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                         | date       | published  | immediate | enforceable
      the day of publication is not counted        | 2017-02-27 | 2017-03-01 | false     | 2017-03-12
      over the end of February of a leap year      | 2016-02-18 | 2016-02-20 | false     | 2016-03-02
      over the end of the year                     | 2016-12-22 | 2016-12-28 | false     | 2017-01-08
      declared immediately enforceable             | 2017-02-27 | 2017-03-01 | true      | 2017-02-27
      immediately enforceable, not yet published   | 2017-02-27 |            | true      | 2017-02-27
      """)
    void enforceableFromTheEleventhDayAfterPublicationOrAtOnce(
            String name, LocalDate date, @Nullable LocalDate published, boolean immediate, LocalDate enforceable) {
        assertThat(new Delibera(ApprovingBody.COUNCIL, "12", date, published, immediate).enforceableFrom())
                .isEqualTo(enforceable);
    }

    @Test
    void publicationIsNeededWhenItDecides() {
        assertThatThrownBy(() -> new Delibera(ApprovingBody.COUNCIL, "12", LocalDate.of(2017, 2, 27), null, false))
                .hasMessageContaining("albo");
    }

    @Test
    void publicationFollowsTheResolution() {
        LocalDate date = LocalDate.of(2017, 2, 27);

        assertThatThrownBy(() -> new Delibera(ApprovingBody.COUNCIL, "12", date, date.minusDays(1), true))
                .hasMessageContaining("pubblicazione");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      kind             | usual
      COMUNE           | COUNCIL
      UNIONE           | COUNCIL
      COMUNITA_MONTANA | ASSEMBLY
      PROVINCIA        | COUNCIL
      CONSORZIO        | ASSEMBLY
      AZIENDA_SPECIALE | BOARD
      """)
    void eachKindOfBodyHasItsUsualOrgan(OrganizationKind kind, ApprovingBody usual) {
        assertThat(ApprovingBody.of(kind).getFirst()).isEqualTo(usual);
    }

    @ParameterizedTest
    @EnumSource(OrganizationKind.class)
    void anotherOrganCanAlwaysBeNamed(OrganizationKind kind) {
        List<ApprovingBody> organs = ApprovingBody.of(kind);

        assertThat(organs).doesNotHaveDuplicates().last().isEqualTo(ApprovingBody.OTHER);
    }
}
