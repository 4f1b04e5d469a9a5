// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins what the treasurer took in with what was assessed, takes it back, orders it. */
@Service
@Transactional
class Allocations {

    private final ProvvisorioStore provvisori;
    private final AccertamentoStore accertamenti;
    private final AllocationStore store;
    private final Clock clock;

    Allocations(ProvvisorioStore provvisori, AccertamentoStore accertamenti, AllocationStore store, Clock clock) {
        this.provvisori = provvisori;
        this.accertamenti = accertamenti;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Allocates amounts of a provvisorio, all of them or none.
     *
     * @throws Refusal when an amount is above what is left on either side: the message says how much, and where
     */
    List<AllocationId> allocate(ProvvisorioId id, Map<AccertamentoId, Euro> amounts) {
        Provvisorio provvisorio =
                provvisori.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("Provvisorio " + id));
        Map<AccertamentoId, Accertamento> locked = accertamenti.lock(amounts.keySet()).stream()
                .collect(Collectors.toMap(Accertamento::id, Function.identity()));
        if (amounts.isEmpty()) {
            throw new Refusal("treasury.allocation.nothing");
        }
        amounts.forEach((accertamento, amount) -> check(accertamento, locked.get(accertamento), amount));
        Euro all = Euro.sum(amounts.values());
        if (all.compareTo(provvisorio.residual()) > 0) {
            throw Refusal.inField(
                    "amount",
                    "treasury.allocation.above-provvisorio",
                    all.inItalian(),
                    provvisorio.label(),
                    provvisorio.residual().inItalian());
        }
        List<AllocationId> made = new ArrayList<>();
        new LinkedHashMap<>(amounts)
                .forEach((accertamento, amount) ->
                        made.add(store.insert(id, accertamento, amount, provvisorio.receivedOn(), clock.instant())));
        return made;
    }

    /** Allocates many provvisori, all of them or none. */
    void allocate(Map<ProvvisorioId, Map<AccertamentoId, Euro>> many) {
        provvisori.lock(many.keySet());
        accertamenti.lock(many.values().stream()
                .flatMap(amounts -> amounts.keySet().stream())
                .toList());
        many.forEach(this::allocate);
    }

    /**
     * Allocates provvisori just recorded to what each pays; what the database counts on both sides refuses too much.
     *
     * @param received in the order of {@code payments}
     */
    List<AllocationId> allocate(List<Provvisorio> received, List<AllocatedPayment> payments) {
        List<AllocationStore.Row> rows = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            Provvisorio provvisorio = received.get(i);
            payments.get(i)
                    .amounts()
                    .forEach((accertamento, amount) -> rows.add(
                            new AllocationStore.Row(provvisorio.id(), accertamento, amount, provvisorio.receivedOn())));
        }
        return store.insertAll(rows, clock.instant());
    }

    /**
     * Takes an allocation back; it stays in the history.
     *
     * @throws Refusal when it was undone already, or an order regularises it
     */
    void undo(AllocationId id, String reason) {
        Allocation allocation = store.find(id).orElseThrow(() -> new NotFound("Allocation " + id));
        if (reason.isBlank()) {
            throw Refusal.inField("reason", "treasury.undo.reason");
        }
        provvisori.lock(List.of(allocation.provvisorio()));
        if (!store.undo(id, reason.strip(), clock.instant())) {
            throw store.find(id).orElseThrow().stands()
                    ? new Refusal("treasury.undo.ordered")
                    : new Refusal("treasury.undo.already");
        }
    }

    /**
     * Records the order that regularises some allocations.
     *
     * @throws Refusal when the number is taken, or one of the allocations has an order or was undone
     */
    RiscossioneId collect(NewRiscossione order, Collection<AllocationId> allocations) {
        if (allocations.isEmpty()) {
            throw new Refusal("treasury.riscossione.nothing");
        }
        if (store.riscossione(order.order(), order.fiscalYear()).isPresent()) {
            throw taken(order);
        }
        try {
            RiscossioneId id = store.insert(order);
            if (store.order(allocations, id) != new HashSet<>(allocations).size()) {
                throw new Refusal("treasury.riscossione.changed");
            }
            return id;
        } catch (DuplicateKeyException meanwhile) {
            throw taken(order);
        }
    }

    private static void check(AccertamentoId id, @Nullable Accertamento accertamento, Euro amount) {
        if (accertamento == null) {
            throw Refusal.inField("accertamentoId", "treasury.allocation.unknown", id.toString());
        }
        Amounts.check("amount", amount);
        if (amount.compareTo(accertamento.residual()) > 0) {
            throw Refusal.inField(
                    "amount",
                    "treasury.allocation.above-accertamento",
                    amount.inItalian(),
                    accertamento.label(),
                    accertamento.payerName(),
                    accertamento.residual().inItalian());
        }
    }

    private static Refusal taken(NewRiscossione order) {
        return Refusal.inField(
                "actNumber",
                "treasury.riscossione.taken",
                order.order().kind(),
                order.order().number(),
                Integer.toString(order.fiscalYear()));
    }
}
