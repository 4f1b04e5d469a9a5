// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One letter to each payer after an approval: what it pays, for whom, why, by when and how. */
@Service
@Transactional
public class PaymentRequests {

    private final PaymentRequestStore store;
    private final DueLineStore lines;
    private final ReceiptTerms terms;
    private final Organizations organizations;

    PaymentRequests(PaymentRequestStore store, DueLineStore lines, ReceiptTerms terms, Organizations organizations) {
        this.store = store;
        this.lines = lines;
        this.terms = terms;
        this.organizations = organizations;
    }

    /** @throws NotFound when the centre has no such request */
    @Transactional(readOnly = true)
    public PaymentRequest get(PaymentRequestId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Payment request " + id));
    }

    /** The requests for the dues of a year, by number. */
    @Transactional(readOnly = true)
    public List<PaymentRequest> ofDuesYear(int year) {
        return store.ofDuesYear(year);
    }

    /** The requests that came from a run, by number. */
    @Transactional(readOnly = true)
    public List<PaymentRequest> of(DuesRunId run) {
        return store.of(run);
    }

    /** The requests to a payer, the latest first. */
    @Transactional(readOnly = true)
    public List<PaymentRequest> of(OrganizationId payer) {
        return store.of(payer);
    }

    /** What a request asks for. What is in favour of the payer was taken away where it was owed: it is not here. */
    @Transactional(readOnly = true)
    public List<DueLine> lines(PaymentRequest request) {
        return lines.of(request.run(), request.payer()).stream()
                .filter(line -> line.amount().cents() > 0)
                .toList();
    }

    /** Prepares the requests of a run just approved, one per payer, by name of the payer. */
    void prepare(DuesRunId run, List<DueLine> approved, LocalDate today) {
        Map<OrganizationId, Euro> totals = new HashMap<>();
        approved.stream()
                .filter(line -> line.amount().cents() > 0)
                .forEach(line -> totals.merge(line.payer(), line.amount(), Euro::plus));
        if (totals.isEmpty()) {
            return;
        }
        Terms ours = terms.current();
        Map<OrganizationId, PayerTerms> theirs = terms.of(totals.keySet());
        int number = store.nextNumber(today.getYear());
        List<Organization> payers = organizations.all(totals.keySet()).stream()
                .sorted(Comparator.comparing(Organization::fullName))
                .toList();
        List<PaymentRequestStore.New> requests = new ArrayList<>();
        for (Organization payer : payers) {
            PayerTerms own = theirs.getOrDefault(payer.id(), PayerTerms.usual(payer.id()));
            Channel channel = channel(ours, own, payer);
            requests.add(new PaymentRequestStore.New(
                    today.getYear(),
                    number,
                    today,
                    run,
                    payer.id(),
                    totals.getOrDefault(payer.id(), Euro.ZERO),
                    channel,
                    own.document() == null ? ours.document() : own.document(),
                    notice(ours, channel, today.getYear(), number)));
            number++;
        }
        store.insert(requests);
    }

    /** Records that requests left on a day by another way, and were received that day. Those that had left stay as they are. */
    public void recordSent(Collection<PaymentRequestId> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return;
        }
        int year = get(ids.iterator().next()).duesYear();
        store.sendAll(ids, day, terms.current().due().due(year, day));
    }

    static Channel channel(Terms ours, PayerTerms own, Organization payer) {
        Channel chosen = own.channel();
        return chosen == null ? ours.channel(payer.kind()) : chosen;
    }

    static @Nullable String notice(Terms ours, Channel channel, int year, int number) {
        return channel != Channel.PAGOPA || !ours.missing(Channel.PAGOPA).isEmpty()
                ? null
                : NoticeNumber.of(ours.segregation(), year, number).value();
    }
}
