// SPDX-License-Identifier: EUPL-1.2
package it.opencit.costs;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of costs: to record what is spent and what else comes in. */
@Service
@Transactional
public class Costs {

    private final CostStore costs;
    private final OtherIncomeStore income;

    Costs(CostStore costs, OtherIncomeStore income) {
        this.costs = costs;
        this.income = income;
    }

    /**
     * Records costs, all or none.
     *
     * @return how many are new: one that is written already, word by word, is not written twice
     * @throws Refusal when an amount is not more than zero
     */
    public int record(List<Cost> many) {
        many.forEach(cost -> checkAmount(cost.amount().cents()));
        return (int) many.stream().filter(costs::add).count();
    }

    /**
     * Records other income.
     *
     * @return whether it is new
     * @throws Refusal when the amount is not more than zero
     */
    public boolean record(OtherIncome one) {
        checkAmount(one.amount().cents());
        return income.add(one);
    }

    /** Every cost, by the order of entry. */
    @Transactional(readOnly = true)
    List<StoredCost> all() {
        return costs.all();
    }

    /** All other income, by the order of entry. */
    @Transactional(readOnly = true)
    List<StoredIncome> allIncome() {
        return income.all();
    }

    @Transactional(readOnly = true)
    StoredCost cost(long id) {
        return costs.find(id).orElseThrow(() -> new NotFound("Cost " + id));
    }

    @Transactional(readOnly = true)
    StoredIncome otherIncome(long id) {
        return income.find(id).orElseThrow(() -> new NotFound("Income " + id));
    }

    /**
     * @throws Refusal when the very same is written already
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    void change(long id, Cost changed, int version) {
        checkAmount(changed.amount().cents());
        costs.change(id, changed, version);
    }

    /**
     * @throws Refusal when the very same is written already
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    void change(long id, OtherIncome changed, int version) {
        checkAmount(changed.amount().cents());
        income.change(id, changed, version);
    }

    void removeCost(long id) {
        cost(id);
        costs.remove(id);
    }

    void removeIncome(long id) {
        otherIncome(id);
        income.remove(id);
    }

    private static void checkAmount(long cents) {
        if (cents <= 0) {
            throw Refusal.inField("amount", "costs.amount");
        }
    }
}
