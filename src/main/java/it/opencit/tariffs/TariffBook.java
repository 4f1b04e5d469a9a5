// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.Optional;

/** Where tariffs that refer to others find them. */
@FunctionalInterface
public interface TariffBook {

    /** A book without tariffs: every reference is refused. */
    TariffBook EMPTY = code -> Optional.empty();

    Optional<Tariff> find(String code);
}
