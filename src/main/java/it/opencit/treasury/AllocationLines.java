// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.Messages;
import it.opencit.shared.pages.Italian;
import it.opencit.treasury.pages.AllocationLine;
import it.opencit.treasury.pages.OrderLine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns allocations into the lines that pages show, reading the other sides and the orders at once. */
@Component
class AllocationLines {

    private final AllocationStore allocations;
    private final ProvvisorioStore provvisori;
    private final AccertamentoStore accertamenti;

    AllocationLines(AllocationStore allocations, ProvvisorioStore provvisori, AccertamentoStore accertamenti) {
        this.allocations = allocations;
        this.provvisori = provvisori;
        this.accertamenti = accertamenti;
    }

    /** As the page of an accertamento shows them. */
    List<AllocationLine> of(Accertamento accertamento, boolean writable) {
        List<Allocation> made = allocations.ofAccertamenti(List.of(accertamento.id()));
        Map<ProvvisorioId, Provvisorio> others = provvisori(made);
        Map<RiscossioneId, Riscossione> orders = orders(made);
        return made.stream()
                .map(allocation -> {
                    Provvisorio other = Objects.requireNonNull(others.get(allocation.provvisorio()));
                    return line(
                            allocation,
                            "Provvisorio " + other.label(),
                            Addresses.of(other.id()),
                            other.payerName(),
                            orders,
                            writable);
                })
                .toList();
    }

    /** As the page of a provvisorio shows them. */
    List<AllocationLine> of(Provvisorio provvisorio, boolean writable) {
        List<Allocation> made = allocations.ofProvvisorio(provvisorio.id());
        Map<AccertamentoId, Accertamento> others = accertamenti(made);
        Map<RiscossioneId, Riscossione> orders = orders(made);
        return made.stream()
                .map(allocation -> {
                    Accertamento other = Objects.requireNonNull(others.get(allocation.accertamento()));
                    return line(
                            allocation,
                            "Accertamento " + other.label(),
                            Addresses.of(other.id()),
                            other.payerName() + ", " + other.object(),
                            orders,
                            writable);
                })
                .toList();
    }

    /** With both sides, for orders. */
    List<OrderLine> withBothSides(List<Allocation> some) {
        Map<AccertamentoId, Accertamento> assessed = accertamenti(some);
        Map<ProvvisorioId, Provvisorio> received = provvisori(some);
        return some.stream()
                .map(allocation -> {
                    Accertamento a = Objects.requireNonNull(assessed.get(allocation.accertamento()));
                    Provvisorio p = Objects.requireNonNull(received.get(allocation.provvisorio()));
                    return new OrderLine(
                            allocation.id().toString(),
                            p.label(),
                            Addresses.of(p.id()),
                            Italian.date(p.receivedOn()),
                            a.payerName(),
                            a.beneficiaryName(),
                            a.object(),
                            a.label(),
                            Addresses.of(a.id()),
                            allocation.amount().inItalian(),
                            Italian.date(p.regulariseBy()));
                })
                .toList();
    }

    private static AllocationLine line(
            Allocation allocation,
            String other,
            String address,
            String body,
            Map<RiscossioneId, Riscossione> orders,
            boolean writable) {
        RiscossioneId order = allocation.riscossione();
        Allocation.Undoing undoing = allocation.undoing();
        boolean undoable = writable && undoing == null && order == null;
        return new AllocationLine(
                other,
                address,
                body,
                allocation.amount().inItalian(),
                Italian.date(allocation.collectedOn()),
                order == null
                        ? ""
                        : Objects.requireNonNull(orders.get(order)).order().inItalian(),
                order == null ? "" : Addresses.of(order),
                allocation.recordedBy() + ", " + Italian.moment(allocation.recordedAt()),
                undoing == null
                        ? ""
                        : Messages.text(
                                "treasury.undone", undoing.by(), Italian.moment(undoing.at()), undoing.reason()),
                undoable ? Addresses.ALLOCATIONS + "/" + allocation.id() + "/annullamento" : "");
    }

    static Euro sum(Collection<Allocation> some) {
        return Euro.sum(some.stream().map(Allocation::amount).toList());
    }

    private Map<ProvvisorioId, Provvisorio> provvisori(List<Allocation> made) {
        return provvisori.find(made.stream().map(Allocation::provvisorio).toList()).stream()
                .collect(Collectors.toMap(Provvisorio::id, Function.identity()));
    }

    private Map<AccertamentoId, Accertamento> accertamenti(List<Allocation> made) {
        return accertamenti.find(made.stream().map(Allocation::accertamento).toList()).stream()
                .collect(Collectors.toMap(Accertamento::id, Function.identity()));
    }

    private Map<RiscossioneId, Riscossione> orders(List<Allocation> made) {
        return allocations
                .riscossioni(made.stream()
                        .map(Allocation::riscossione)
                        .filter(Objects::nonNull)
                        .toList())
                .stream()
                .collect(Collectors.toMap(Riscossione::id, Function.identity()));
    }
}
