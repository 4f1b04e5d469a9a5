// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The tariff laboratory: what each body would owe with one tariff and with another. Pure: nothing is read, nothing stored. */
final class Laboratory {

    private Laboratory() {}

    /**
     * Applies both tariffs to every body.
     *
     * @throws Refusal when one of the tariffs is wrong; what concerns a single body stands in its line
     */
    static Comparison compare(Calculator calculator, Experiment experiment) {
        List<Case> cases = experiment.cases();
        List<Outcome> now =
                calculator.run(experiment.now(), experiment.year(), cases).amounts();
        List<Outcome> then =
                calculator.run(experiment.then(), experiment.year(), cases).amounts();
        List<ComparedBody> compared = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            TriedBody body = experiment.bodies().get(i);
            compared.add(new ComparedBody(
                    body.id(),
                    body.subject().name(),
                    body.subject().kind(),
                    body.cadastralCode(),
                    Side.of(now.get(i)),
                    Side.of(then.get(i))));
        }
        return new Comparison(compared);
    }

    /**
     * What the tariff says of one of the bodies, with every step.
     *
     * @param index of the body in the experiment
     */
    static Outcome explain(Calculator calculator, Experiment experiment, Tariff tariff, int index) {
        return calculator.run(tariff, experiment.year(), experiment.cases()).explain(index);
    }
}
