// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.catalogue.Continuation;
import it.opencit.subscriptions.SubscriptionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      case                                                | in use | continuation | answer         | stage          | outcome
      confirmed every year, and the body says yes         | true   | CONFIRMED    | RENEW          | ACTIVE         | RENEWED
      confirmed every year, and the body says nothing     | true   | CONFIRMED    |                | ACTIVE         | TO_DECIDE
      confirmed every year, and the body gives it up      | true   | CONFIRMED    | GIVE_UP        | ACTIVE         | TERMINATED
      tacit, and the body says nothing                    | true   | TACIT        |                | ACTIVE         | WENT_ON
      tacit, and the body says yes                        | true   | TACIT        | RENEW          | ACTIVE         | RENEWED
      tacit, and the body gives it up                     | true   | TACIT        | GIVE_UP        | ACTIVE         | TERMINATED
      more is asked for: renewed, with a request          | true   | TACIT        | MORE           | ACTIVE         | MORE_ASKED
      ends by itself, and the body says nothing           | true   | NONE         |                | ACTIVE         | NOTHING
      ends by itself, but the body wants another year     | true   | NONE         | RENEW          | ACTIVE         | RENEWED
      given up meanwhile by another way                   | true   | CONFIRMED    | GIVE_UP        | IN_TERMINATION | NOTHING
      renewed on the sheet, given up meanwhile            | true   | TACIT        | RENEW          | IN_TERMINATION | NOTHING
      over already                                        | true   | CONFIRMED    |                |                | NOTHING
      not in use, and it interests                        | false  | CONFIRMED    | INTERESTED     |                | REQUESTED
      not in use, and it does not                         | false  | TACIT        | NOT_INTERESTED |                | NOTHING
      not in use, and the body says nothing               | false  | TACIT        |                |                | NOTHING
      """)
    void eachAnswerHasItsOutcome(
            String name,
            boolean inUse,
            Continuation continuation,
            LineAnswer answer,
            SubscriptionStage stage,
            LineOutcome outcome) {
        assertThat(ClosingRule.of(new ClosingRule.Facts(inUse, continuation, answer, stage))
                        .outcome())
                .isEqualTo(outcome);
    }
}
