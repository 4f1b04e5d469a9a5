// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of figures of the current centre: the standard ones are there from the start. */
@Component
class FigureKinds {

    static final List<FigureKind> STANDARD = List.of(
            new FigureKind(FigureKind.RESIDENTS, "Abitanti", "abitanti"),
            new FigureKind(FigureKind.BUSINESSES, "Imprese", "imprese attive"),
            new FigureKind(FigureKind.WORKSTATIONS, "Postazioni", "postazioni di lavoro"));

    private final FigureStore store;

    FigureKinds(FigureStore store) {
        this.store = store;
    }

    List<FigureKind> all() {
        List<FigureKind> all = new ArrayList<>(STANDARD);
        store.kinds().stream().filter(kind -> !isStandard(kind.code())).forEach(all::add);
        return all;
    }

    /** Italian names by code; a code that is not known is its own name. */
    Function<String, String> labels() {
        Map<String, String> labels = all().stream().collect(Collectors.toMap(FigureKind::code, FigureKind::label));
        return code -> labels.getOrDefault(code, code);
    }

    /** @throws Refusal when the centre has a kind of that code already */
    void add(FigureKind kind) {
        if (isStandard(kind.code()) || !store.insertOnce(kind)) {
            throw Refusal.inField("code", "organizations.figure-kind.taken", kind.code());
        }
    }

    /**
     * Sees that figures of a kind can be written.
     *
     * @throws Refusal when the centre has no such kind
     */
    void ensure(String code) {
        STANDARD.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .ifPresentOrElse(store::insertOnce, () -> {
                    if (store.kinds().stream().noneMatch(kind -> kind.code().equals(code))) {
                        throw Refusal.inField("kind", "organizations.figure-kind.unknown", code);
                    }
                });
    }

    private static boolean isStandard(String code) {
        return STANDARD.stream().anyMatch(kind -> kind.code().equals(code));
    }
}
