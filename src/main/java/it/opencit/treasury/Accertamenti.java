// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with accertamenti: recorded, numbered, reduced. */
@Service
@Transactional
class Accertamenti {

    private final AccertamentoStore store;

    Accertamenti(AccertamentoStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    Accertamento get(AccertamentoId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Accertamento " + id));
    }

    /** Records them; those whose source is known already are left as they are. Identifiers in the order asked. */
    List<AccertamentoId> assess(List<NewAccertamento> many) {
        Map<String, AccertamentoId> known = idsBySource(many);
        Map<String, NewAccertamento> wanted = new LinkedHashMap<>();
        many.stream()
                .filter(a -> !a.source().isEmpty() && !known.containsKey(a.source()))
                .forEach(a -> wanted.putIfAbsent(a.source(), a));
        refuseTakenNumbers(many.stream()
                .filter(a -> a.source().isEmpty() || a.equals(wanted.get(a.source())))
                .toList());
        try {
            if (!wanted.isEmpty()) {
                store.insertNew(List.copyOf(wanted.values()));
                known.putAll(idsBySource(wanted.values()));
            }
            List<AccertamentoId> ids = new ArrayList<>(many.size());
            for (NewAccertamento a : many) {
                ids.add(
                        a.source().isEmpty()
                                ? store.insert(a)
                                : Objects.requireNonNull(known.get(a.source()), "Just written"));
            }
            return ids;
        } catch (DuplicateKeyException taken) {
            throw new Refusal("treasury.accertamento.numbers-taken");
        }
    }

    /** Gives the number that the accounting office communicated. */
    void number(AccertamentoId id, int year, String typed) {
        get(id);
        String number = AccertamentoNumber.normal(typed);
        if (year < 1900 || year > 2200) {
            throw Refusal.inField("year", "treasury.year");
        }
        if (store.numbered(year, number).filter(other -> !other.equals(id)).isPresent()) {
            throw taken(number, year);
        }
        try {
            store.number(id, year, number);
        } catch (DuplicateKeyException meanwhile) {
            throw taken(number, year);
        }
    }

    /** Gives consecutive numbers, in the order of the list. */
    void number(List<AccertamentoId> ids, int year, long first) {
        if (first < 1 || first + ids.size() > 999_999_999L) {
            throw Refusal.inField("first", "treasury.accertamento.first");
        }
        long next = first;
        for (AccertamentoId id : ids) {
            if (get(id).number() != null) {
                throw new Refusal("treasury.accertamento.numbered-already", get(id).label());
            }
            number(id, year, Long.toString(next++));
        }
    }

    /** Adds what a payment may quote. */
    void refer(AccertamentoId id, String typed) {
        get(id);
        String reference = Quoted.reference(typed);
        if (reference.length() < 6 || reference.length() > 60) {
            throw Refusal.inField("reference", "treasury.reference", typed);
        }
        store.refer(id, reference);
    }

    /** Takes an amount away by an act. */
    void reduce(AccertamentoId id, Euro by, Act act, String reason) {
        Amounts.check("amount", by);
        if (reason.isBlank()) {
            throw Refusal.inField("reason", "treasury.reduction.reason");
        }
        Accertamento accertamento =
                store.lock(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("Accertamento " + id));
        if (by.compareTo(accertamento.residual()) > 0) {
            throw Refusal.inField(
                    "amount",
                    "treasury.reduction.above-residual",
                    accertamento.residual().inItalian(),
                    accertamento.collected().inItalian());
        }
        store.reduce(id, by, act, reason.strip());
    }

    private Map<String, AccertamentoId> idsBySource(Collection<NewAccertamento> many) {
        List<String> sources = many.stream()
                .map(NewAccertamento::source)
                .filter(source -> !source.isEmpty())
                .toList();
        if (sources.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return store.bySources(sources).stream()
                .collect(Collectors.toMap(Accertamento::source, Accertamento::id, (a, _) -> a, LinkedHashMap::new));
    }

    private void refuseTakenNumbers(List<NewAccertamento> many) {
        Set<String> asked = new HashSet<>();
        for (NewAccertamento a : many) {
            String number = a.number();
            if (number != null
                    && (!asked.add(number + "/" + a.year())
                            || store.numbered(a.year(), number).isPresent())) {
                throw taken(number, a.year());
            }
        }
    }

    private static Refusal taken(String number, int year) {
        return Refusal.inField("number", "treasury.accertamento.number-taken", number + "/" + year);
    }
}
