// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.Messages;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings pages of the treasurer's journal into the store: movements as they are read, then the provvisori that they make.
 * Pages come in any order; a page or a movement that came before changes nothing.
 */
final class JournalImport implements JournalReader.Taker {

    private static final int CHUNK = 5_000;

    private final JournalStore store;
    private final ProvvisorioStore provvisori;
    private final PayerDirectory directory;
    private final ImportOutcome outcome;
    private final long importId;
    private final List<JournalMovement> chunk = new ArrayList<>();
    private final Set<String> flows = new LinkedHashSet<>();
    private String file = "";
    private long pageId;
    private int exercise;

    JournalImport(
            JournalStore store,
            ProvvisorioStore provvisori,
            PayerDirectory directory,
            ImportOutcome outcome,
            long importId) {
        this.store = store;
        this.provvisori = provvisori;
        this.directory = directory;
        this.outcome = outcome;
        this.importId = importId;
    }

    /** Reads one file of the import. */
    void read(InputStream page, String fileName) {
        file = fileName;
        JournalReader.read(page, fileName, this);
        write();
    }

    @Override
    public void page(JournalMovement.Page page) {
        pageId = store.page(page, importId);
        exercise = page.exercise();
        flows.add(page.flow());
    }

    @Override
    public void movement(JournalMovement movement) {
        chunk.add(movement);
        if (chunk.size() == CHUNK) {
            write();
        }
    }

    @Override
    public void other() {
        outcome.other();
    }

    @Override
    public void wrong(int position, String element, String why) {
        outcome.refuse(where(position), element, why);
    }

    private void write() {
        if (chunk.isEmpty()) {
            return;
        }
        Map<Integer, String> known = store.known(pageId, chunk);
        Set<String> sentBefore = new HashSet<>(store.sentBefore(pageId, chunk));
        List<JournalMovement> unknown = new ArrayList<>();
        for (JournalMovement movement : chunk) {
            String there = known.get(movement.position());
            if (there != null && !there.equals(movement.fingerprint())) {
                outcome.refuse(
                        where(movement.position()),
                        "movimento_conto_evidenza",
                        Messages.text("treasury.journal.other-content"));
            } else if (there != null || sentBefore.contains(movement.fingerprint())) {
                outcome.unchanged(1);
            } else {
                unknown.add(movement);
            }
        }
        if (!unknown.isEmpty()) {
            store.insert(pageId, importId, exercise, unknown);
        }
        chunk.clear();
    }

    /** Makes and changes the provvisori that the movements speak of. */
    void settle() {
        List<ProvvisorioStore.Told> unrecorded = new ArrayList<>();
        List<JournalStore.Derived> changed = new ArrayList<>();
        for (JournalStore.Derived derived : store.derived(importId)) {
            NewProvvisorio told = derived.provvisorio();
            if (derived.doesNotFit()) {
                refuse(derived);
            } else if (derived.recorded() != null) {
                if (derived.changes()) {
                    changed.add(derived);
                }
            } else if (told != null) {
                NewProvvisorio paid = told.paidBy(directory.recognise(told.payerName(), told.payerTaxCode()));
                unrecorded.add(new ProvvisorioStore.Told(paid, derived.reversed(), derived.regularised()));
                if (outcome.wantsRows()) {
                    outcome.row(paid, directory.name(paid.organization()));
                }
            }
        }
        for (int from = 0; from < unrecorded.size(); from += CHUNK) {
            provvisori.insertAll(unrecorded.subList(from, Math.min(unrecorded.size(), from + CHUNK)), directory::name);
        }
        store.update(changed);
        outcome.created(unrecorded.size());
        outcome.changed(changed.size());
        flows.forEach(flow -> {
            int[] pages = store.pages(flow);
            if (pages[0] < pages[1]) {
                outcome.note(Messages.text("treasury.journal.pages-missing", flow, pages[0], pages[1]));
            }
        });
    }

    private void refuse(JournalStore.Derived derived) {
        store.forget(importId, derived);
        boolean tooMuch = derived.reversed().compareTo(derived.amount()) > 0;
        JournalStore.Recorded recorded = derived.recorded();
        outcome.refuse(
                derived.label(),
                "sospeso",
                Messages.text(
                        tooMuch ? "treasury.journal.reversed-more" : "treasury.journal.allocated",
                        derived.label(),
                        derived.reversed().inItalian(),
                        recorded == null ? "" : recorded.allocated().inItalian()));
    }

    private String where(int position) {
        return file + ", movimento " + position;
    }
}
