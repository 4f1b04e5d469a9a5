// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.Euro;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Why;
import it.opencit.tariffs.TariffVersion;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dues of each year: a draft, computed again until it is right; approved by an act, after which lines are fixed and
 * what changes is adjusted in the next draft. A computation is one transaction: it happened, or it did not.
 */
@Service
public class DuesRuns {

    private final DuesRunStore runs;
    private final DueLineStore lines;
    private final List<ClaimSource> sources;
    private final Tariffs tariffs;
    private final Organizations organizations;
    private final Assessments assessments;
    private final PaymentRequests requests;
    private final ReceiptTerms terms;
    private final Why why;
    private final Clock clock;

    DuesRuns(
            DuesRunStore runs,
            DueLineStore lines,
            List<ClaimSource> sources,
            Tariffs tariffs,
            Organizations organizations,
            Assessments assessments,
            PaymentRequests requests,
            ReceiptTerms terms,
            Why why,
            Clock clock) {
        this.why = why;
        this.assessments = assessments;
        this.requests = requests;
        this.terms = terms;
        this.runs = runs;
        this.lines = lines;
        this.sources = sources;
        this.tariffs = tariffs;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The runs of a year, the first one first; the draft, if there is one, is the last. */
    @Transactional(readOnly = true)
    public List<DuesRun> of(int year) {
        return runs.of(year);
    }

    /** Every run, the latest year first. */
    @Transactional(readOnly = true)
    public List<DuesRun> all() {
        return runs.all();
    }

    /** @throws NotFound when the centre has no such run */
    @Transactional(readOnly = true)
    public DuesRun get(DuesRunId id) {
        return runs.find(id).orElseThrow(() -> new NotFound("Dues run " + id));
    }

    /** The draft of a year. */
    @Transactional(readOnly = true)
    public Optional<DuesRun> draft(int year) {
        return runs.draft(year);
    }

    /** The lines of a run. */
    @Transactional(readOnly = true)
    public List<DueLine> lines(DuesRunId run) {
        return lines.of(run);
    }

    /** What the last computation changed in a draft, the largest differences first. */
    @Transactional(readOnly = true)
    public List<DuesChange> changes(DuesRunId run) {
        return lines.changes(run);
    }

    @Transactional(readOnly = true)
    List<Gap> gaps(DuesRunId run) {
        return lines.gaps(run);
    }

    @Transactional(readOnly = true)
    DueLine line(long id) {
        return lines.find(id).orElseThrow(() -> new NotFound("Due line " + id));
    }

    /**
     * Computes what is still to be approved in a year. Where nothing changed nothing is written.
     *
     * @return the draft; the last approved run when there is nothing to add to it
     * @throws Refusal when nobody owes anything and nothing was ever approved
     */
    @Transactional
    public DuesRun compute(int year) {
        runs.lock(year);
        List<DuesRun> known = runs.of(year);
        Optional<DuesRun> draft = known.stream().filter(DuesRun::isDraft).findFirst();
        Proposal proposal = proposal(year, known);
        if (draft.isPresent()) {
            return recompute(draft.get(), proposal, known);
        }
        if (proposal.isNothing()) {
            return known.stream()
                    .reduce((_, last) -> last)
                    .orElseThrow(() -> new Refusal("receipts.run.nothing", Integer.toString(year)));
        }
        DuesRunId id = runs.insert(year, proposal.number(), proposal.content(), clock.instant());
        lines.insert(id, proposal.lines(), names());
        lines.putGaps(id, proposal.gaps());
        return get(id);
    }

    private DuesRun recompute(DuesRun draft, Proposal proposal, List<DuesRun> known) {
        if (proposal.content().digest().equals(draft.digest())) {
            return draft;
        }
        if (proposal.isNothing() && known.size() > 1) {
            lines.clear(draft.id());
            runs.delete(draft.id());
            return known.get(known.size() - 2);
        }
        runs.update(draft.id(), proposal.content(), clock.instant());
        var update = DraftUpdate.of(lines.kept(draft.id()), proposal.lines());
        lines.putChanges(
                draft.id(),
                update.changes(lines.whys(update.replaced()), lines.gaps(draft.id()), proposal.gaps(), names()));
        lines.delete(update.removed());
        lines.insert(draft.id(), update.added(), names());
        lines.putGaps(draft.id(), proposal.gaps());
        return get(draft.id());
    }

    /**
     * Approves a draft by an act: its lines are fixed, the income is assessed, the requests are prepared.
     *
     * @param digest of the draft that was read: what is approved is that or nothing
     * @return the approved run, with its accertamenti in the treasury
     * @throws StaleDraft when the draft, or what it is computed from, is no longer what was read
     * @throws Refusal when something is left out without saying so
     */
    @Transactional
    public DuesRun approve(int year, String digest, Approval approval) {
        return approve(year, digest, approval, LocalDate.now(clock));
    }

    /**
     * Records an approval that happened elsewhere, as if on the day of its act: for imports and demonstrations. Computes
     * what is owed first.
     *
     * @throws Refusal when there is nothing to approve
     */
    @Transactional
    public DuesRun recordApproved(int year, Function<DuesRun, Approval> approval) {
        DuesRun draft = compute(year);
        if (!draft.isDraft()) {
            throw new Refusal("receipts.approval.nothing", Integer.toString(year));
        }
        Approval act = approval.apply(draft);
        return approve(year, draft.digest(), act, act.actDate());
    }

    /** @param issued the date of the requests */
    private DuesRun approve(int year, String digest, Approval approval, LocalDate issued) {
        runs.lock(year);
        List<DuesRun> known = runs.of(year);
        DuesRun draft = known.stream()
                .filter(run -> run.isDraft() && run.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new StaleDraft(year, digest));
        if (!proposal(year, known).content().digest().equals(digest)) {
            throw new StaleDraft(year, digest);
        }
        if (draft.lines() == 0) {
            throw new Refusal("receipts.approval.nothing", Integer.toString(year));
        }
        if (draft.gaps() > 0 && !approval.leaveOut()) {
            throw Refusal.inField("leaveOut", "receipts.approval.gaps", draft.gaps());
        }
        why.because(approval.act(), () -> {
            runs.approve(draft.id(), approval, clock.instant());
            List<DueLine> approved = lines.of(draft.id());
            assessments.assess(approval, approved, terms.current().due().due(year, approval.actDate()));
            requests.prepare(draft.id(), approved, issued);
        });
        return get(draft.id());
    }

    /** The lines of a run that become accertamenti, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<DueLine> numbered(DuesRunId run) {
        List<DueLine> all = lines.of(run);
        return Assessments.inOrder(all);
    }

    /**
     * What a draft would hold now.
     *
     * @param first whether nothing was approved yet
     */
    record Proposal(int number, boolean first, List<DraftLine> lines, List<Gap> gaps, DuesRunStore.Content content) {

        /** What cannot be computed makes a draft only while nothing was approved. */
        boolean isNothing() {
            return lines.isEmpty() && (gaps.isEmpty() || !first);
        }
    }

    /** What a draft of the year would hold now; the year must be locked. */
    Proposal proposal(int year, List<DuesRun> known) {
        int number = 1 + (int) known.stream().filter(run -> !run.isDraft()).count();
        Computation now = computation(year);
        Map<LineKey, Owed> approved = number == 1 ? Map.of() : lines.approved(year);
        List<DraftLine> found = new Adjustments(approved, keys -> lines.lastApproved(year, keys), names()).lines(now);
        long amount = 0;
        long vat = 0;
        for (DraftLine line : found) {
            amount += line.due().amount().cents();
            vat += line.due().vat().cents();
        }
        var content = new DuesRunStore.Content(
                RunDigest.of(year, number, found, now.gaps()),
                found.size(),
                now.gaps().size(),
                new Owed(new Euro(amount), new Euro(vat)));
        return new Proposal(number, number == 1, found, now.gaps(), content);
    }

    private Computation computation(int year) {
        Map<String, Long> versions = tariffs.versions().stream()
                .filter(version -> version.state() == TariffVersion.State.IN_FORCE)
                .collect(
                        Collectors.toMap(version -> ClaimBook.version(version.tariff()), TariffVersion::id, Math::max));
        var book = new ClaimBook(year, tariffs.figureKinds(), versions);
        sources.forEach(source -> source.collect(year, book));
        return book.computation();
    }

    /** Read once, when somebody asks for the first name. */
    private Function<OrganizationId, String> names() {
        Map<OrganizationId, String> names = new HashMap<>();
        return id -> {
            if (names.isEmpty()) {
                List<Organization> all = new ArrayList<>(organizations.all());
                all.forEach(body -> names.put(body.id(), body.fullName()));
            }
            return names.getOrDefault(id, id.toString());
        };
    }
}
