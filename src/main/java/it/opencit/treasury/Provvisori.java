// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with provvisori: received, tied to a body, set aside; and what each may have paid. */
@Service
@Transactional
class Provvisori {

    private static final int MOST_CANDIDATES = 5_000;

    private final ProvvisorioStore store;
    private final AccertamentoStore accertamenti;
    private final PayerRecognition recognition;
    private final Organizations organizations;

    Provvisori(
            ProvvisorioStore store,
            AccertamentoStore accertamenti,
            PayerRecognition recognition,
            Organizations organizations) {
        this.store = store;
        this.accertamenti = accertamenti;
        this.recognition = recognition;
        this.organizations = organizations;
    }

    @Transactional(readOnly = true)
    Provvisorio get(ProvvisorioId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Provvisorio " + id));
    }

    /** Records one; the body is recognised when it is not said. */
    ProvvisorioId receive(NewProvvisorio provvisorio) {
        if (store.numbered(provvisorio.treasuryYear(), provvisorio.number()).isPresent()) {
            throw taken(provvisorio);
        }
        OrganizationId said = provvisorio.organization();
        PayerDirectory directory = recognition.directory();
        OrganizationId body =
                said == null ? directory.recognise(provvisorio.payerName(), provvisorio.payerTaxCode()) : said;
        try {
            return store.insert(provvisorio.paidBy(body), directory.name(body));
        } catch (DuplicateKeyException meanwhile) {
            throw taken(provvisorio);
        }
    }

    /** Records many, in their order; the body of each is recognised when it is not said. */
    List<Provvisorio> receive(List<NewProvvisorio> many) {
        PayerDirectory directory = recognition.directory();
        List<NewProvvisorio> known = many.stream()
                .map(one -> one.organization() == null
                        ? one.paidBy(directory.recognise(one.payerName(), one.payerTaxCode()))
                        : one)
                .toList();
        store.recorded(known).keySet().stream().findFirst().ifPresent(key -> {
            throw taken(known.stream()
                    .filter(one -> ProvvisorioStore.Key.of(one).equals(key))
                    .findFirst()
                    .orElseThrow());
        });
        store.insertAll(known.stream().map(ProvvisorioStore.Told::of).toList(), directory::name);
        Map<ProvvisorioStore.Key, Provvisorio> written = store.recorded(known);
        return known.stream()
                .map(one -> Objects.requireNonNull(written.get(ProvvisorioStore.Key.of(one))))
                .toList();
    }

    /** Says which body paid; {@code null} for none of the centre's. */
    void paidBy(ProvvisorioId id, @Nullable OrganizationId body) {
        get(id);
        store.setOrganization(
                id, body, body == null ? "" : organizations.get(body).fullName());
    }

    /** Says that it does not concern the centre, and why; {@code null} that it does after all. */
    void setAside(ProvvisorioId id, @Nullable String why) {
        Provvisorio provvisorio = get(id);
        if (why != null && why.isBlank()) {
            throw Refusal.inField("reason", "treasury.set-aside.reason");
        }
        if (why != null && !provvisorio.allocated().isZero()) {
            throw new Refusal("treasury.set-aside.allocated");
        }
        store.setAside(id, why == null ? null : why.strip());
    }

    /** What one may have paid, the best first. */
    @Transactional(readOnly = true)
    List<Proposal> proposals(ProvvisorioId id) {
        return proposals(List.of(get(id))).getOrDefault(id, List.of());
    }

    /** What some may have paid, in a few queries. */
    @Transactional(readOnly = true)
    Map<ProvvisorioId, List<Proposal>> proposals(List<Provvisorio> provvisori) {
        PayerDirectory directory = recognition.directory();
        List<Payment> payments = provvisori.stream()
                .filter(provvisorio -> !provvisorio.residual().isZero())
                .map(provvisorio -> Payment.of(provvisorio, directory))
                .toList();
        List<Accertamento> candidates = accertamenti.meant(meant(payments), MOST_CANDIDATES);
        Map<AccertamentoId, Set<String>> references = accertamenti.references(
                candidates.stream().map(Accertamento::id).toList());
        Map<ProvvisorioId, List<Proposal>> proposals = new HashMap<>();
        for (Payment payment : payments) {
            proposals.put(
                    payment.provvisorio().id(),
                    new Matching(payment.provvisorio(), payment.quoted(), payment.named(), references)
                            .among(candidates));
        }
        return proposals;
    }

    /** A provvisorio and what its text says. */
    private record Payment(Provvisorio provvisorio, Quoted quoted, Set<OrganizationId> named) {

        static Payment of(Provvisorio provvisorio, PayerDirectory directory) {
            String said = provvisorio.reason() + " " + provvisorio.reference();
            return new Payment(
                    provvisorio, Quoted.in(said), directory.named(Words.telling(provvisorio.payerName() + " " + said)));
        }
    }

    private static AccertamentoStore.Meant meant(List<Payment> payments) {
        var meant = new AccertamentoStore.Meant(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Payment payment : payments) {
            OrganizationId body = payment.provvisorio().organization();
            if (body != null) {
                meant.bodies().add(body);
            }
            meant.bodies().addAll(payment.named());
            meant.amounts().add(payment.provvisorio().residual());
            payment.quoted().numbers().forEach(number -> meant.numbers().add(number.number()));
            meant.references().addAll(payment.quoted().references());
        }
        return meant;
    }

    private static Refusal taken(NewProvvisorio provvisorio) {
        return Refusal.inField(
                "number",
                "treasury.provvisorio.taken",
                Long.toString(provvisorio.number()),
                Integer.toString(provvisorio.treasuryYear()));
    }

    /** The open ones with their proposals, the most urgent first. */
    @Transactional(readOnly = true)
    List<Proposed> proposed(int limit) {
        List<Provvisorio> open = store.open(limit);
        Map<ProvvisorioId, List<Proposal>> proposals = proposals(open);
        List<Proposed> proposed = new ArrayList<>();
        for (Provvisorio provvisorio : open) {
            proposed.add(new Proposed(provvisorio, proposals.getOrDefault(provvisorio.id(), List.of())));
        }
        return proposed;
    }

    /** A provvisorio and what it may have paid. */
    record Proposed(Provvisorio provvisorio, List<Proposal> proposals) {}
}
