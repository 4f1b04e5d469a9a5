// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.organizations.OrganizationId;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvText;
import it.opencit.shared.pages.Italian;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the provvisori of a CSV into the store, some thousands at a time. One for each file. */
final class CsvImport {

    private static final int CHUNK = 5_000;

    private final ProvvisorioStore store;
    private final PayerDirectory directory;
    private final ImportOutcome outcome;
    private final Map<ProvvisorioStore.Key, Seen> seen = new HashMap<>();
    private final List<Row> chunk = new ArrayList<>();

    /** A row and the line of the file where it begins. */
    private record Row(long line, NewProvvisorio provvisorio) {}

    /** Where a number stood first, and what it said. */
    private record Seen(long line, int content) {}

    CsvImport(ProvvisorioStore store, PayerDirectory directory, ImportOutcome outcome) {
        this.store = store;
        this.directory = directory;
        this.outcome = outcome;
    }

    /** @throws Refusal when the file cannot be read, or a needed column was not chosen */
    void run(CsvText text, CsvSettings settings) {
        List<String> missing = settings.missing();
        if (!missing.isEmpty()) {
            throw new Refusal("treasury.csv.columns", String.join(", ", missing), String.join(", ", text.header()));
        }
        var reader = new CsvRow(text.header(), settings);
        text.rows(record -> {
            long line = record.getStartingLineNumber();
            try {
                take(line, reader.read(record));
            } catch (CsvRow.Wrong wrong) {
                outcome.refuse(Long.toString(line), wrong.column(), wrong.sentence());
            }
        });
        write();
    }

    private void take(long line, NewProvvisorio read) {
        OrganizationId body = directory.recognise(read.payerName(), read.payerTaxCode());
        NewProvvisorio provvisorio = read.paidBy(body);
        Seen before = seen.putIfAbsent(ProvvisorioStore.Key.of(provvisorio), new Seen(line, provvisorio.hashCode()));
        if (before != null) {
            if (before.content() == provvisorio.hashCode()) {
                outcome.unchanged(1);
            } else {
                refuse(line, "treasury.csv.twice", Long.toString(provvisorio.number()), Long.toString(before.line()));
            }
            return;
        }
        if (outcome.wantsRows()) {
            outcome.row(provvisorio, directory.name(body));
        }
        chunk.add(new Row(line, provvisorio));
        if (chunk.size() == CHUNK) {
            write();
        }
    }

    private void write() {
        if (chunk.isEmpty()) {
            return;
        }
        Map<ProvvisorioStore.Key, Provvisorio> recorded =
                store.recorded(chunk.stream().map(Row::provvisorio).toList());
        List<NewProvvisorio> unrecorded = new ArrayList<>();
        for (Row row : chunk) {
            Provvisorio there = recorded.get(ProvvisorioStore.Key.of(row.provvisorio()));
            if (there == null) {
                unrecorded.add(row.provvisorio());
            } else {
                compare(row, there);
            }
        }
        store.insertAll(unrecorded.stream().map(ProvvisorioStore.Told::of).toList(), directory::name);
        outcome.created(unrecorded.size());
        chunk.clear();
    }

    /** A row that says the same, or less, changes nothing; one that says other is taken while nothing rests on the first. */
    private void compare(Row row, Provvisorio there) {
        NewProvvisorio p = row.provvisorio();
        boolean sameMoney = p.amount().equals(there.amount()) && p.receivedOn().equals(there.receivedOn());
        boolean sameTexts = p.payerName().equals(there.payerName())
                && p.payerTaxCode().equals(there.payerTaxCode())
                && p.reason().equals(there.reason())
                && p.execution().equals(there.execution())
                && p.reference().equals(there.reference());
        boolean untouched = there.allocated().isZero()
                && there.reversed().isZero()
                && there.regularised().isZero()
                && there.state() == ProvvisorioState.OPEN;
        if (sameMoney && (sameTexts || !untouched)) {
            outcome.unchanged(1);
        } else if (untouched) {
            NewProvvisorio kept = p.organization() == null ? p.paidBy(there.organization()) : p;
            store.rewrite(there.id(), kept, directory.name(kept.organization()));
            outcome.changed(1);
        } else {
            refuse(
                    row.line(),
                    "treasury.csv.recorded-otherwise",
                    there.label(),
                    there.amount().inItalian(),
                    Italian.date(there.receivedOn()));
        }
    }

    private void refuse(long line, String key, Object... arguments) {
        outcome.refuse(Long.toString(line), CsvField.NUMBER.label(), Messages.text(key, arguments));
    }
}
