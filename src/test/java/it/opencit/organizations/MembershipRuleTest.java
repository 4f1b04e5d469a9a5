// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import it.opencit.shared.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roccaverde (2) has been part of the Unione dei Colli (1) since 2015, until the day given. */
class MembershipRuleTest {

    private static final Organization COLLI = body(1, OrganizationKind.UNIONE, "Unione dei Colli");
    private static final Organization ROCCAVERDE = body(2, OrganizationKind.COMUNE, "Roccaverde");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
      the same one while it lasts           | 1 | UNIONE           |            | 2020-01-01 | fa già parte di Unione dei Colli
      the same one after it ended           | 1 | UNIONE           | 2019-12-31 | 2020-01-01 |
      the same one on its last day          | 1 | UNIONE           | 2020-01-01 | 2020-01-01 | fa già parte
      another Unione while one lasts        | 3 | UNIONE           |            | 2020-01-01 | una sola Unione
      another Unione after the first ended  | 3 | UNIONE           | 2019-12-31 | 2020-01-01 |
      a Comunità montana besides the Unione | 3 | COMUNITA_MONTANA |            | 2020-01-01 |
      a consortium besides the Unione       | 3 | CONSORZIO        |            | 2020-01-01 |
      a Comune cannot have members          | 3 | COMUNE           |            | 2020-01-01 | è un Comune
      itself                                | 2 | CONSORZIO        |            | 2020-01-01 | sé stesso
      """)
    void aBodyMayJoinAnotherUnless(
            String name,
            long id,
            OrganizationKind kind,
            @Nullable LocalDate until,
            LocalDate from,
            @Nullable String reason) {
        var present = new Membership(1, side(COLLI), side(ROCCAVERDE), new Period(LocalDate.of(2015, 1, 1), until));
        Organization aggregation = body(id, kind, id == 1 ? COLLI.name() : "Altro ente");

        Throwable refusal = catchThrowable(
                () -> MembershipRule.check(aggregation, ROCCAVERDE, new Period(from, null), List.of(present)));

        if (reason == null) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).hasMessageContaining(reason);
        }
    }

    private static Organization body(long id, OrganizationKind kind, String name) {
        return new Organization(new OrganizationId(id), OrganizationDetails.of(kind, name), 0);
    }

    private static Membership.Member side(Organization body) {
        return new Membership.Member(body.id(), body.kind(), body.name());
    }
}
