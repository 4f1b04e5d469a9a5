// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubscriptionStateTest {

    private static final LocalDate DAY = LocalDate.parse("2017-03-01");

    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      state          | act                 | next
      REQUESTED      | REVIEW              | UNDER_REVIEW
      REQUESTED      | REFUSE              | REFUSED
      REQUESTED      | WITHDRAW            | WITHDRAWN
      UNDER_REVIEW   | ASSIGN              | IN_ACTIVATION
      UNDER_REVIEW   | REFUSE              | REFUSED
      UNDER_REVIEW   | WITHDRAW            | WITHDRAWN
      IN_ACTIVATION  | ASSIGN              | IN_ACTIVATION
      IN_ACTIVATION  | ACTIVATE            | ACTIVE
      IN_ACTIVATION  | REFUSE              | REFUSED
      IN_ACTIVATION  | WITHDRAW            | WITHDRAWN
      ACTIVE         | REQUEST_TERMINATION | IN_TERMINATION
      IN_TERMINATION | TERMINATE           | TERMINATED
      IN_TERMINATION | RESUME              | ACTIVE
      REFUSED        | REOPEN              | REQUESTED
      WITHDRAWN      | REOPEN              | REQUESTED
      """)
    void eachAllowedActLeadsToItsState(SubscriptionStage state, SubscriptionActKind act, SubscriptionStage next) {
        assertThat(in(state).after(act(act)).stage()).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(SubscriptionStage.class)
    void everyOtherActIsRefusedAndTheRefusalSaysWhatIsAllowed(SubscriptionStage stage) {
        SubscriptionState state = in(stage);
        Set<SubscriptionActKind> others = EnumSet.allOf(SubscriptionActKind.class);
        state.allowed().forEach(others::remove);

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(kind -> assertThatThrownBy(() -> state.after(act(kind)))
                        .isInstanceOfSatisfying(SubscriptionActRefused.class, refusal -> {
                            assertThat(refusal.allowed()).isEqualTo(state.allowed());
                            state.allowed()
                                    .forEach(allowed ->
                                            assertThat(refusal.inItalian()).containsIgnoringCase(allowed.label()));
                        }));
    }

    @Test
    void whatIsSaidToBeAllowedIs() {
        for (SubscriptionStage stage : SubscriptionStage.values()) {
            in(stage)
                    .allowed()
                    .forEach(kind -> assertThat(in(stage).after(act(kind))).isNotNull());
        }
    }

    @Test
    void theLastDayOfUseDoesNotComeBeforeTheFirst() {
        var early = new SubscriptionAct.RequestTermination(DAY, DAY.minusDays(1), "Non serve");

        assertThatThrownBy(() -> in(SubscriptionStage.ACTIVE).after(early))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("lastDay"));
    }

    @Test
    void everyStageIsOfAState() {
        List<SubscriptionStage> reached = Arrays.stream(SubscriptionStage.values())
                .map(SubscriptionStateTest::in)
                .map(SubscriptionState::stage)
                .toList();

        assertThat(reached).containsExactly(SubscriptionStage.values());
    }

    private static SubscriptionState in(SubscriptionStage stage) {
        var assignment = new Assignment("Carla Monti", null);
        var active = new SubscriptionState.Active(assignment, DAY);
        return switch (stage) {
            case REQUESTED -> new SubscriptionState.Requested();
            case UNDER_REVIEW -> new SubscriptionState.UnderReview();
            case IN_ACTIVATION -> new SubscriptionState.InActivation(assignment);
            case ACTIVE -> active;
            case IN_TERMINATION -> new SubscriptionState.InTermination(active, DAY.plusYears(1), "Non serve");
            case TERMINATED -> new SubscriptionState.Terminated(active, DAY.plusYears(1), "Non serve");
            case REFUSED -> new SubscriptionState.Refused(DAY, "Non previsto");
            case WITHDRAWN -> new SubscriptionState.Withdrawn(DAY, "Ripensamento");
        };
    }

    private static SubscriptionAct act(SubscriptionActKind kind) {
        return switch (kind) {
            case REVIEW -> new SubscriptionAct.Review(DAY);
            case ASSIGN -> new SubscriptionAct.Assign(DAY, new Assignment("Carla Monti", null));
            case ACTIVATE -> new SubscriptionAct.Activate(DAY);
            case REQUEST_TERMINATION -> new SubscriptionAct.RequestTermination(DAY, DAY.plusYears(1), "Non serve");
            case TERMINATE -> new SubscriptionAct.Terminate(DAY, DAY.plusYears(1));
            case RESUME -> new SubscriptionAct.Resume(DAY, "Serve ancora");
            case REFUSE -> new SubscriptionAct.Refuse(DAY, "Non previsto");
            case WITHDRAW -> new SubscriptionAct.Withdraw(DAY, "Ripensamento");
            case REOPEN -> new SubscriptionAct.Reopen(DAY, "Un errore");
        };
    }
}
