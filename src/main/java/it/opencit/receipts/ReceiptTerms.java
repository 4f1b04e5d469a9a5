// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the current centre asks for money, and whom it asks in another way. */
@Service
@Transactional
public class ReceiptTerms {

    private final ReceiptTermsStore store;

    ReceiptTerms(ReceiptTermsStore store) {
        this.store = store;
    }

    /** The terms of the centre; the usual ones until it says otherwise. */
    @Transactional(readOnly = true)
    public Terms current() {
        return store.find().orElse(Terms.USUAL);
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed them meanwhile */
    public void change(Terms terms) {
        store.put(terms);
    }

    @Transactional(readOnly = true)
    public PayerTerms of(OrganizationId payer) {
        return store.of(List.of(payer)).stream().findFirst().orElseGet(() -> PayerTerms.usual(payer));
    }

    @Transactional(readOnly = true)
    Map<OrganizationId, PayerTerms> of(Collection<OrganizationId> payers) {
        return store.of(payers).stream().collect(Collectors.toMap(PayerTerms::payer, Function.identity()));
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed them meanwhile */
    public void change(PayerTerms terms) {
        store.put(terms);
    }

    /** Where a body's requests go; "" when no address is known. */
    static String address(PayerTerms terms, Organization payer) {
        if (!terms.email().isEmpty()) {
            return terms.email();
        }
        var domicile = payer.details().digitalDomicile();
        return domicile == null ? "" : domicile.toString();
    }
}
