// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.OrganizationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many units are included before any is paid for. */
public sealed interface Allowance {

    /** The same for all. */
    record Flat(Parameter units) implements Allowance {}

    /** That of the band in which the measure falls. */
    record Banded(Measure by, List<Band> bands) implements Allowance {
        public Banded {
            bands = List.copyOf(bands);
        }
    }

    /** Another for each kind of body. */
    record ByKind(List<KindCase> cases, @Nullable Allowance otherwise) implements Allowance {
        public ByKind {
            cases = List.copyOf(cases);
        }
    }

    /** The allowance of some kinds of body. */
    record KindCase(List<OrganizationKind> kinds, Allowance allowance) {
        public KindCase {
            kinds = List.copyOf(kinds);
        }
    }
}
