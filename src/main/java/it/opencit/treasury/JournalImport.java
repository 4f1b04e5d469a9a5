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
        for (JournalStore.Conflict conflict : store.conflicts(importId)) {
            store.forget(importId, conflict);
            boolean tooMuch = conflict.reversed().compareTo(conflict.amount()) > 0
                    && !conflict.amount().isZero();
            outcome.refuse(
                    conflict.number() + "/" + conflict.exercise(),
                    "sospeso",
                    Messages.text(
                            tooMuch ? "treasury.journal.reversed-more" : "treasury.journal.allocated",
                            conflict.number() + "/" + conflict.exercise(),
                            conflict.reversed().inItalian(),
                            conflict.allocated().inItalian()));
        }
        List<NewProvvisorio> unrecorded = store.unrecorded(importId).stream()
                .map(p -> p.paidBy(directory.recognise(p.payerName(), p.payerTaxCode())))
                .toList();
        outcome.changed(store.update(importId));
        for (int from = 0; from < unrecorded.size(); from += CHUNK) {
            provvisori.insertAll(unrecorded.subList(from, Math.min(unrecorded.size(), from + CHUNK)), directory::name);
        }
        unrecorded.stream().limit(30).forEach(p -> outcome.row(p, directory.name(p.organization())));
        outcome.created(unrecorded.size());
        if (!unrecorded.isEmpty()) {
            store.update(importId); // what was reversed or regularised of those just written
        }
        flows.forEach(flow -> {
            int[] pages = store.pages(flow);
            if (pages[0] < pages[1]) {
                outcome.note(Messages.text("treasury.journal.pages-missing", flow, pages[0], pages[1]));
            }
        });
    }

    private String where(int position) {
        return file + ", movimento " + position;
    }
}
