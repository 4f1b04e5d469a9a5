// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the treasury of the current centre. */
@Service
@Transactional
public class Treasury {

    private final Accertamenti accertamenti;
    private final AccertamentoStore store;
    private final ProvvisorioStore provvisori;
    private final AllocationStore allocationStore;
    private final Allocations allocations;
    private final Provvisori received;

    Treasury(
            Accertamenti accertamenti,
            AccertamentoStore store,
            ProvvisorioStore provvisori,
            AllocationStore allocationStore,
            Allocations allocations,
            Provvisori received) {
        this.accertamenti = accertamenti;
        this.store = store;
        this.provvisori = provvisori;
        this.allocationStore = allocationStore;
        this.allocations = allocations;
        this.received = received;
    }

    /**
     * Records an accertamento; the same non-empty source twice is one, left as it is.
     *
     * @throws Refusal when its number is taken
     */
    public AccertamentoId assess(NewAccertamento accertamento) {
        return accertamenti.assess(List.of(accertamento)).getFirst();
    }

    /** As {@link #assess(NewAccertamento)}, many in a few statements; identifiers in the order asked. */
    public List<AccertamentoId> assess(List<NewAccertamento> many) {
        return accertamenti.assess(many);
    }

    /**
     * Takes an amount away from an accertamento.
     *
     * @throws Refusal when it is above the residual: what was collected is not taken away
     */
    public void reduce(AccertamentoId id, Euro by, Act act, String reason) {
        accertamenti.reduce(id, by, act, reason);
    }

    /**
     * Gives an accertamento the number of the accounting office.
     *
     * @param number without the year
     * @throws Refusal when another has it
     */
    public void number(AccertamentoId id, int year, String number) {
        accertamenti.number(id, year, number);
    }

    /**
     * Adds what a payment may quote to mean this accertamento: notice number, IUV, pagoPA flow. The same twice is one.
     *
     * @param reference capitals, digits and hyphens, 6 to 60; other signs and spaces are left out
     */
    public void refer(AccertamentoId id, String reference) {
        accertamenti.refer(id, reference);
    }

    @Transactional(readOnly = true)
    public Optional<Accertamento> find(AccertamentoId id) {
        return store.find(id);
    }

    /** @throws NotFound when the centre has no such accertamento */
    @Transactional(readOnly = true)
    public Accertamento get(AccertamentoId id) {
        return accertamenti.get(id);
    }

    /** Those that exist, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public List<Accertamento> find(Collection<AccertamentoId> ids) {
        return store.find(ids);
    }

    /** All that a body owes or that concerns it, the latest fiscal year first. */
    @Transactional(readOnly = true)
    public List<Accertamento> of(OrganizationId payerOrBeneficiary) {
        return store.of(payerOrBeneficiary);
    }

    /** All of a fiscal year, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public List<Accertamento> ofFiscalYear(int year) {
        return store.ofFiscalYear(year);
    }

    /** Those with a residual whose due date has passed, the oldest first: for reminders. */
    @Transactional(readOnly = true)
    public List<Accertamento> overdue(LocalDate today) {
        return store.overdue(today);
    }

    @Transactional(readOnly = true)
    public Optional<Accertamento> bySource(String source) {
        return store.bySources(List.of(source)).stream().findFirst();
    }

    /** Those of the sources that are known, in one query. */
    @Transactional(readOnly = true)
    public List<Accertamento> bySources(Collection<String> sources) {
        return store.bySources(sources);
    }

    /** How some accertamenti were collected, undone allocations too, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Allocation> allocations(Collection<AccertamentoId> ids) {
        return allocationStore.ofAccertamenti(ids);
    }

    /** The orders of collection of some allocations. */
    @Transactional(readOnly = true)
    public List<Riscossione> riscossioni(Collection<RiscossioneId> ids) {
        return allocationStore.riscossioni(ids);
    }

    @Transactional(readOnly = true)
    public Optional<Provvisorio> find(ProvvisorioId id) {
        return provvisori.find(id);
    }

    /** Those that exist, in the order in which they were recorded. */
    @Transactional(readOnly = true)
    public List<Provvisorio> provvisori(Collection<ProvvisorioId> ids) {
        return provvisori.find(ids);
    }

    /**
     * Records money that the treasurer took in without an order; the body is recognised when it is not said.
     *
     * @throws Refusal when the treasurer's year has that number already
     */
    public ProvvisorioId receive(NewProvvisorio provvisorio) {
        return received.receive(provvisorio);
    }

    /**
     * Records many payments in a few statements, each with what it collects.
     *
     * @return the allocations made
     * @throws Refusal when a provvisorio has been recorded already
     */
    public List<AllocationId> receive(List<AllocatedPayment> many) {
        return allocations.allocate(
                received.receive(
                        many.stream().map(AllocatedPayment::provvisorio).toList()),
                many);
    }

    /**
     * Collects part of an accertamento with part of a provvisorio.
     *
     * @throws Refusal when the amount is above what is left on either side
     */
    public AllocationId allocate(ProvvisorioId provvisorio, AccertamentoId accertamento, Euro amount) {
        return allocations.allocate(provvisorio, Map.of(accertamento, amount)).getFirst();
    }

    /** As {@link #allocate(ProvvisorioId, AccertamentoId, Euro)}, many accertamenti, all or none. */
    public List<AllocationId> allocate(ProvvisorioId provvisorio, Map<AccertamentoId, Euro> amounts) {
        return allocations.allocate(provvisorio, amounts);
    }

    /** Takes an allocation back, with the reason; it stays in the history. */
    public void undo(AllocationId id, String reason) {
        allocations.undo(id, reason);
    }

    /** Records the order that regularises some allocations. */
    public RiscossioneId collect(NewRiscossione order, Collection<AllocationId> regularised) {
        return allocations.collect(order, regularised);
    }
}
