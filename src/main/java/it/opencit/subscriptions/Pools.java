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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** The lines of one year with the charges of members moved into that of their Unione. */
    List<FeeLine> joined(int year, List<FeeLine> lines) {
        Map<Key, Integer> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Charge charge = lines.get(i).charge();
            if (charge != null && isPooled(charge)) {
                places.putIfAbsent(Key.of(charge, charge.beneficiary()), i);
            }
        }
        List<FeeLine> joined = new ArrayList<>(lines);
        for (int i = 0; i < lines.size(); i++) {
            Charge charge = lines.get(i).charge();
            Integer place = charge == null || !isPooled(charge) ? null : placeOfUnione(year, charge, places);
            if (charge != null && place != null) {
                FeeLine whole = joined.get(place);
                joined.set(place, new FeeLine(whole.stored(), whole.kind(), with(whole.charge(), charge)));
                joined.set(i, new FeeLine(lines.get(i).stored(), lines.get(i).kind(), null));
            }
        }
        return joined;
    }

    private @Nullable Integer placeOfUnione(int year, Charge charge, Map<Key, Integer> places) {
        for (Membership membership : memberships) {
            if (membership.member().id().equals(charge.beneficiary())
                    && membership.period().overlaps(Period.ofYear(year))) {
                Integer place =
                        places.get(Key.of(charge, membership.aggregation().id()));
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    private boolean isPooled(Charge charge) {
        Offering offering = offerings.get(charge.offering());
        return offering != null
                && offering.sharing() == AllowanceSharing.POOLED
                && charge.kind() != ChargeKind.ACTIVATION;
    }

    private static Charge with(@Nullable Charge whole, Charge part) {
        if (whole == null) {
            throw new IllegalStateException("A Unione that is itself a member of another: " + part);
        }
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
