// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.documents.Documents;
import it.opencit.organizations.OrganizationId;
import it.opencit.shared.NotFound;
import it.opencit.shared.Period;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Why;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff does with accessions: opens them, records their acts, attaches their files. */
@Service
@Transactional
class Accessions {

    private final AccessionStore accessions;
    private final SchemeStore schemes;
    private final HistoryStore history;
    private final Documents documents;
    private final Why why;
    private final Clock clock;

    Accessions(
            AccessionStore accessions,
            SchemeStore schemes,
            HistoryStore history,
            Documents documents,
            Why why,
            Clock clock) {
        this.why = why;
        this.accessions = accessions;
        this.schemes = schemes;
        this.history = history;
        this.documents = documents;
        this.clock = clock;
    }

    /** As it looks today. */
    @Transactional(readOnly = true)
    Accession get(AccessionId id) {
        Accession stored = stored(id);
        return stored.in(stored.state().on(today()));
    }

    /** Every accession as it looks today, in the order in which they were opened. */
    @Transactional(readOnly = true)
    List<Accession> all() {
        return accessions.all().stream()
                .map(accession -> accession.in(accession.state().on(today())))
                .toList();
    }

    /** Opens a draft. */
    AccessionId open(SchemeId scheme, OrganizationId organization, String notes) {
        boolean underWay = accessions.of(organization).stream()
                .anyMatch(
                        other -> other.scheme().equals(scheme) && other.state().membership() == null);
        if (underWay) {
            throw Refusal.inField("organization", "agreements.accession.already-open");
        }
        return accessions.add(scheme, organization, null, notes);
    }

    /**
     * Records an act with its files.
     *
     * @param version of the accession that the person saw
     */
    void record(AccessionId id, int version, AccessionAct act, List<Attached> files) {
        Accession accession = stored(id);
        accession.state().on(today()).after(act);
        AccessionState next = accession.state().after(act);
        if (next.countersignature() != null) {
            scheme(accession).checkWithin(next.countersignature());
        }
        checkAlone(id, next);
        Accession moved = new Accession(
                id, accession.scheme(), accession.organization(), accession.renews(), next, accession.notes(), version);
        why.because(ActSummary.of(act), () -> accessions.save(moved));
        long transition = history.add(id, act.kind(), ActSummary.of(act));
        for (Attached attached : files) {
            history.attach(new AccessionDocument(id, documents.store(attached.file()), attached.role(), transition));
        }
    }

    /** Opens the accession that follows, to the same scheme or to the next one. */
    AccessionId renew(AccessionId id, SchemeId scheme) {
        Accession accession = get(id);
        var renew = new AccessionAct.Renew();
        accession.state().after(renew);
        if (accessions.renewalOf(id).isPresent()) {
            throw new Refusal("agreements.accession.already-renewed");
        }
        history.add(id, renew.kind(), ActSummary.of(renew));
        return accessions.add(scheme, accession.organization(), id, "");
    }

    void annotate(AccessionId id, int version, String notes) {
        accessions.save(stored(id).withNotes(notes, version));
    }

    void attach(AccessionId id, Attached attached) {
        stored(id);
        history.attach(new AccessionDocument(id, documents.store(attached.file()), attached.role(), null));
    }

    /** Forgets a draft; the audit trail does not. */
    void remove(AccessionId id) {
        if (!(stored(id).state() instanceof AccessionState.Draft)) {
            throw new Refusal("agreements.accession.not-draft");
        }
        accessions.remove(id);
    }

    /** The last day that the countersignature form proposes. */
    @Transactional(readOnly = true)
    LocalDate lastDayFrom(Accession accession, LocalDate first) {
        return scheme(accession).lastDayFrom(first);
    }

    private void checkAlone(AccessionId id, AccessionState next) {
        Period membership = next.membership();
        if (membership == null) {
            return;
        }
        accessions.overlapping(id, membership).ifPresent(other -> {
            throw Refusal.inField(
                    "from", "agreements.membership.overlaps", Italian.date(other.from()), Italian.date(other.to()));
        });
    }

    private Scheme scheme(Accession accession) {
        return schemes.find(accession.scheme()).orElseThrow().scheme();
    }

    private Accession stored(AccessionId id) {
        return accessions.find(id).orElseThrow(() -> new NotFound("Accession " + id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
