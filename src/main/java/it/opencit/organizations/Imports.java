// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports of bodies: a file is kept, its plan shown, then applied if it is still the one that was shown. */
@Service
class Imports {

    /** An import and what it would do now, or did. */
    record Preview(ImportStore.Import request, ImportPlan plan) {}

    private final ImportStore store;
    private final BodyNames names;
    private final FigureStore figures;
    private final FigureKinds kinds;
    private final Clock clock;

    Imports(ImportStore store, BodyNames names, FigureStore figures, FigureKinds kinds, Clock clock) {
        this.store = store;
        this.names = names;
        this.figures = figures;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Keeps an uploaded file.
     *
     * @param provinces abbreviations of those wanted; empty for all
     * @throws Refusal when it is not a file of that source
     */
    @Transactional
    public long upload(ImportSource source, String fileName, byte[] file, Set<String> provinces) {
        return keep(source, fileName, file, provinces);
    }

    /** Chooses the national file shipped with the program. */
    @Transactional
    public long choose(ImportSource source, Set<String> provinces) {
        return keep(source, source.shippedFile(), null, provinces);
    }

    /** What an import would do now. */
    @Transactional(readOnly = true)
    public Preview preview(long id) {
        ImportStore.Import request = find(id);
        return new Preview(request, plan(request.source(), store.file(id), request.provinces()));
    }

    @Transactional(readOnly = true)
    public List<ImportStore.Import> latest() {
        return store.latest(20);
    }

    /**
     * Does what the preview showed.
     *
     * @param digest of the plan that was shown
     * @throws PlanChanged when the plan is no longer that one, with what became different
     * @throws Refusal when it was applied already
     */
    @Transactional
    public void apply(long id, String digest) {
        store.oneAtATime();
        ImportStore.Import request = find(id);
        Instant appliedAt = request.appliedAt();
        if (appliedAt != null) {
            throw new Refusal("organizations.import.applied", Italian.moment(appliedAt));
        }
        ImportPlan plan = plan(request.source(), store.file(id), request.provinces());
        if (!plan.digest().equals(digest)) {
            throw new PlanChanged(plan.differencesFrom(store.shown(id)));
        }
        write(id, plan);
        store.markApplied(id, plan, clock.instant());
    }

    private long keep(ImportSource source, String fileName, byte @Nullable [] file, Set<String> provinces) {
        ImportPlan plan = plan(source, file, provinces);
        return store.insert(source, fileName, file, provinces, plan.outcomes(), clock.instant());
    }

    private ImportStore.Import find(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("Import " + id));
    }

    private ImportPlan plan(ImportSource source, byte @Nullable [] uploaded, Set<String> provinces) {
        byte[] file = uploaded == null ? Gazetteer.bytes(source.shippedFile()) : uploaded;
        Predicate<String> wanted = provinces.isEmpty() ? province -> true : provinces::contains;
        return ImportPlan.of(source.read(file, wanted), store.bodies(figures.all()), kinds.labels());
    }

    private void write(long id, ImportPlan plan) {
        List<PlannedRow.New> created = plan.rows(PlannedRow.New.class);
        List<PlannedRow.Changed> changed = plan.rows(PlannedRow.Changed.class);
        Map<Integer, OrganizationId> ids = store.insertAll(created);
        store.forgetPlans();
        if (store.updateAll(changed)
                < changed.stream().filter(row -> !row.fields().isEmpty()).count()) {
            throw new OptimisticLockingFailureException("A body changed during import " + id);
        }
        names.forget();
        Map<OrganizationId, List<Figure>> recorded = new HashMap<>();
        Map<OrganizationId, String> outcomes = new LinkedHashMap<>();
        for (PlannedRow.New row : created) {
            OrganizationId organization = ids.get(row.row());
            if (organization == null) {
                throw new IllegalStateException("Row " + row.row() + " was not written");
            }
            recorded.put(organization, row.body().figures());
            outcomes.put(organization, row.outcome());
        }
        for (PlannedRow.Changed row : changed) {
            recorded.put(row.stored().id(), row.figures());
            outcomes.put(row.stored().id(), row.outcome());
        }
        recorded.values().stream()
                .flatMap(List::stream)
                .map(Figure::kind)
                .distinct()
                .forEach(kinds::ensure);
        figures.putAll(recorded, clock.instant());
        store.insertOutcomes(id, outcomes);
    }
}
