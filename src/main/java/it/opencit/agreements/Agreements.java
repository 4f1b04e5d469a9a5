// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of agreements: schemes, members of a year, who pays for whom. */
@Service
@Transactional
public class Agreements {

    private final SchemeStore schemes;
    private final AccessionStore accessions;
    private final ActiveStore active;
    private final Accessions acts;
    private final Payers payers;
    private final Clock clock;

    Agreements(
            SchemeStore schemes,
            AccessionStore accessions,
            ActiveStore active,
            Accessions acts,
            Payers payers,
            Clock clock) {
        this.schemes = schemes;
        this.accessions = accessions;
        this.active = active;
        this.acts = acts;
        this.payers = payers;
        this.clock = clock;
    }

    /** Every scheme, the latest period first. */
    @Transactional(readOnly = true)
    public List<StoredScheme> schemes() {
        return schemes.all();
    }

    @Transactional(readOnly = true)
    public Optional<StoredScheme> scheme(SchemeId id) {
        return schemes.find(id);
    }

    /**
     * Adds a scheme.
     *
     * @throws Refusal when its title is taken
     */
    public SchemeId addScheme(Scheme scheme) {
        checkTitle(scheme, null);
        return schemes.add(scheme);
    }

    /**
     * Changes a scheme.
     *
     * @throws Refusal when its title is taken
     * @throws org.springframework.dao.OptimisticLockingFailureException when someone changed it meanwhile
     */
    public void changeScheme(StoredScheme changed) {
        checkTitle(changed.scheme(), changed.id());
        schemes.save(changed);
    }

    /**
     * Records an accession that was completed elsewhere, act by act: the rules are those of the pages.
     *
     * @throws Refusal when its acts are out of order, or the body is already a member in some of those days
     */
    public AccessionId addCompleted(CompletedAccession completed) {
        AccessionId id = acts.open(completed.scheme(), completed.organization(), completed.notes());
        LocalDate first = completed.days().from();
        LocalDate last = completed.days().to();
        if (last == null) {
            last = schemes.find(completed.scheme()).orElseThrow().scheme().lastDayFrom(first);
        }
        var delibera = new Delibera(
                completed.approvedBy(),
                completed.deliberaNumber(),
                completed.deliberaDate(),
                completed.published(),
                completed.immediate());
        var signature = new Signature(completed.signatory(), completed.office(), completed.signedOn());
        var countersignature = new Countersignature(
                completed.countersignedOn(), completed.protocol(), completed.protocolDate(), first, last);
        acts.record(id, 0, new AccessionAct.Approve(delibera), List.of());
        acts.record(id, 1, new AccessionAct.Sign(signature), List.of());
        acts.record(id, 2, new AccessionAct.Countersign(countersignature), List.of());
        return id;
    }

    /**
     * Lets a body pay part of another's quota.
     *
     * @throws Refusal when in some year the payers would take more than the whole
     */
    public void addPayer(AccessionId accession, PayerRule rule) {
        payers.add(accession, rule);
    }

    /** The bodies that are members on at least one day of a year, each with its tariff and its payers of that year. */
    @Transactional(readOnly = true)
    public List<ActiveAccession> activeIn(int year) {
        return active.in(Period.ofYear(year));
    }

    /** The accessions of a body, the latest first. */
    @Transactional(readOnly = true)
    public List<AccessionSummary> accessionsOf(OrganizationId organization) {
        return summaries(accessions.of(organization));
    }

    /** How a body stands in the conventions on a day: the act by which it joined; empty when it is not a member. */
    @Transactional(readOnly = true)
    public Optional<MemberPosition> positionOf(OrganizationId organization, LocalDate day) {
        return accessions.of(organization).stream()
                .filter(accession -> {
                    Period membership = accession.state().membership();
                    return membership != null && membership.contains(day);
                })
                .findFirst()
                .map(accession -> {
                    Delibera delibera = Objects.requireNonNull(accession.state().delibera());
                    return new MemberPosition(
                            schemes.find(accession.scheme())
                                    .map(scheme -> scheme.scheme().title())
                                    .orElse(""),
                            delibera.approvedBy().label(),
                            delibera.number(),
                            delibera.date(),
                            Objects.requireNonNull(accession.state().membership()));
                });
    }

    /** Every accession of the centre. */
    @Transactional(readOnly = true)
    public List<AccessionSummary> accessions() {
        return summaries(accessions.all());
    }

    /** How many active accessions end within some days from today and have no renewal yet. */
    @Transactional(readOnly = true)
    public long expiringWithin(int days) {
        return accessions.expiring(today(), days);
    }

    private List<AccessionSummary> summaries(List<Accession> found) {
        Map<SchemeId, String> titles = schemes.all().stream()
                .collect(Collectors.toMap(
                        StoredScheme::id, scheme -> scheme.scheme().title()));
        return found.stream()
                .map(accession -> new AccessionSummary(
                        accession.id(),
                        accession.organization(),
                        accession.scheme(),
                        titles.getOrDefault(accession.scheme(), ""),
                        accession.state().on(today()).stage(),
                        accession.state().membership()))
                .toList();
    }

    private void checkTitle(Scheme scheme, @Nullable SchemeId except) {
        if (schemes.titleIsTaken(scheme.title(), except)) {
            throw Refusal.inField("title", "agreements.scheme.title-taken");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
