// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.AllowanceSharing;
import it.opencit.catalogue.ChargeKind;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Membership;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An allowance that a Unione and its members have once, together ({@link AllowanceSharing#POOLED}): what the members use is
 * added to what the Unione uses and charged to it, so that the allowance is deducted once. A member whose Unione does not use
 * the service is charged by itself.
 */
final class Pools {

    private final Map<OfferingId, Offering> offerings;
    private final List<Membership> memberships;

    Pools(Map<OfferingId, Offering> offerings, List<Membership> memberships) {
        this.offerings = offerings;
        this.memberships = memberships;
    }

    /** The charges of one year with those of members moved into that of their Unione. */
    List<Charge> joined(int year, List<Charge> charges) {
        Map<Key, Integer> places = new HashMap<>();
        List<Charge> joined = new ArrayList<>(charges);
        for (int i = 0; i < charges.size(); i++) {
            places.putIfAbsent(Key.of(charges.get(i), charges.get(i).beneficiary()), i);
        }
        Map<Integer, Integer> moved = new LinkedHashMap<>();
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            if (!isPooled(charge)) {
                continue;
            }
            for (Membership membership : memberships) {
                Integer place =
                        places.get(Key.of(charge, membership.aggregation().id()));
                if (membership.member().id().equals(charge.beneficiary())
                        && membership.period().overlaps(Period.ofYear(year))
                        && place != null) {
                    moved.put(i, place);
                    break;
                }
            }
        }
        moved.forEach((from, to) -> joined.set(to, with(joined.get(to), charges.get(from))));
        moved.keySet().stream().sorted(java.util.Comparator.reverseOrder()).forEach(i -> joined.remove((int) i));
        return joined;
    }

    private boolean isPooled(Charge charge) {
        Offering offering = offerings.get(charge.offering());
        return offering != null
                && offering.sharing() == AllowanceSharing.POOLED
                && charge.kind() != ChargeKind.ACTIVATION;
    }

    private static Charge with(Charge whole, Charge part) {
        Map<String, BigDecimal> quantities = new HashMap<>(whole.quantities());
        part.quantities().forEach((key, value) -> {
            if (!UseTime.KEYS.contains(key)) {
                quantities.merge(key, value, BigDecimal::add);
            }
        });
        return new Charge(
                whole.subscription(),
                whole.offering(),
                whole.title(),
                whole.code(),
                whole.beneficiary(),
                whole.payers(),
                whole.kind(),
                whole.variant(),
                whole.tariffCode(),
                whole.term(),
                quantities);
    }

    private record Key(OfferingId offering, ChargeKind kind, OrganizationId beneficiary) {

        static Key of(Charge charge, OrganizationId beneficiary) {
            return new Key(charge.offering(), charge.kind(), beneficiary);
        }
    }
}
