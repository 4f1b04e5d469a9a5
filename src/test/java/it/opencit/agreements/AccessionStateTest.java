// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.agreements.AccessionState.Active;
import it.opencit.agreements.AccessionState.Approved;
import it.opencit.agreements.AccessionState.Draft;
import it.opencit.agreements.AccessionState.Signed;
import it.opencit.shared.ProtocolNumber;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessionStateTest {

    private static final Delibera DELIBERA =
            new Delibera(ApprovingBody.COUNCIL, "12", day("2017-01-10"), day("2017-01-16"), false);
    private static final Signature SIGNATURE = new Signature("Bruno Bianchi", "Sindaco", day("2017-02-01"));
    private static final Countersignature COUNTERSIGNATURE = new Countersignature(
            day("2017-02-20"), new ProtocolNumber("00002619"), day("2017-02-21"), day("2017-02-01"), day("2020-12-31"));
    private static final Withdrawal WITHDRAWAL = new Withdrawal(day("2018-12-31"), "Gestione in proprio", null);

    private static final Active ACTIVE = new Active(DELIBERA, SIGNATURE, COUNTERSIGNATURE);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      from      | APPROVAL | SIGNATURE | COUNTERSIGNATURE | WITHDRAWAL | RENEWAL | ANNULMENT
      DRAFT     | APPROVED | no        | no               | no         | no      | no
      APPROVED  | no       | SIGNED    | no               | no         | no      | DRAFT
      SIGNED    | no       | no        | ACTIVE           | no         | no      | APPROVED
      ACTIVE    | no       | no        | no               | WITHDRAWN  | ACTIVE  | SIGNED
      EXPIRED   | no       | no        | no               | no         | EXPIRED | no
      WITHDRAWN | no       | no        | no               | no         | no      | ACTIVE
      """)
    void eachActLeadsWhereTheTableSaysAndNowhereElse(
            AccessionStage from,
            String approval,
            String signature,
            String countersignature,
            String withdrawal,
            String renewal,
            String annulment) {
        List<String> expected = List.of(approval, signature, countersignature, withdrawal, renewal, annulment);
        AccessionState state = at(from);

        for (AccessionActKind act : AccessionActKind.values()) {
            String leadsTo = expected.get(act.ordinal());
            assertThat(state.allowed().contains(act))
                    .as("%s allows %s", from, act)
                    .isEqualTo(!leadsTo.equals("no"));
            if (leadsTo.equals("no")) {
                assertThatThrownBy(() -> state.after(example(act))).isInstanceOf(TransitionRefused.class);
            } else {
                assertThat(state.after(example(act)).stage()).isEqualTo(AccessionStage.valueOf(leadsTo));
            }
        }
    }

    @Test
    void aRefusalSaysWhatCanBeDone() {
        assertThatThrownBy(() -> new Draft().after(new AccessionAct.Sign(SIGNATURE)))
                .hasMessage("«Firma dell'ente» non è possibile: l'adesione è bozza. Ora si può registrare: "
                        + "delibera dell'ente. Ricarica la pagina per vedere com'è adesso.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      on         | stage
      2017-02-01 | ACTIVE
      2020-12-31 | ACTIVE
      2021-01-01 | EXPIRED
      """)
    void anAccessionExpiresTheDayAfterItsLast(LocalDate on, AccessionStage stage) {
        assertThat(ACTIVE.on(on).stage()).isEqualTo(stage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      slip                                         | signed     | countersigned | from       | to         | field
      the body signs before its council            | 2017-01-09 | 2017-02-20    | 2017-02-01 | 2020-12-31 | date
      the centre signs before the body             | 2017-02-01 | 2017-01-31    | 2017-02-01 | 2020-12-31 | date
      the last day comes before the first          | 2017-02-01 | 2017-02-20    | 2017-02-01 | 2017-01-31 | to
      """)
    void actsOutOfOrderAreRefused(
            String slip, LocalDate signed, LocalDate countersigned, LocalDate from, LocalDate to, String field) {
        var signature = new Signature("Bruno Bianchi", "Sindaco", signed);
        var countersignature =
                new Countersignature(countersigned, new ProtocolNumber("00002619"), countersigned, from, to);

        assertThatThrownBy(() -> new Approved(DELIBERA)
                        .after(new AccessionAct.Sign(signature))
                        .after(new AccessionAct.Countersign(countersignature)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
      last day   | accepted
      2017-01-31 | false
      2017-02-01 | true
      2020-12-31 | true
      2021-01-01 | false
      """)
    void aBodyLeavesWhileItIsAMember(LocalDate lastDay, boolean accepted) {
        var withdraw = new AccessionAct.Withdraw(new Withdrawal(lastDay, "Gestione in proprio", null));

        if (accepted) {
            assertThat(ACTIVE.after(withdraw).stage()).isEqualTo(AccessionStage.WITHDRAWN);
        } else {
            assertThatThrownBy(() -> ACTIVE.after(withdraw)).hasMessageContaining("01/02/2017 e il 31/12/2020");
        }
    }

    private static AccessionState at(AccessionStage stage) {
        return switch (stage) {
            case DRAFT -> new Draft();
            case APPROVED -> new Approved(DELIBERA);
            case SIGNED -> new Signed(DELIBERA, SIGNATURE);
            case ACTIVE -> ACTIVE;
            case EXPIRED -> new AccessionState.Expired(ACTIVE);
            case WITHDRAWN -> new AccessionState.Withdrawn(ACTIVE, WITHDRAWAL);
        };
    }

    private static AccessionAct example(AccessionActKind act) {
        return switch (act) {
            case APPROVAL -> new AccessionAct.Approve(DELIBERA);
            case SIGNATURE -> new AccessionAct.Sign(SIGNATURE);
            case COUNTERSIGNATURE -> new AccessionAct.Countersign(COUNTERSIGNATURE);
            case WITHDRAWAL -> new AccessionAct.Withdraw(WITHDRAWAL);
            case RENEWAL -> new AccessionAct.Renew();
            case ANNULMENT -> new AccessionAct.Annul("Riferita a un altro ente");
        };
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
