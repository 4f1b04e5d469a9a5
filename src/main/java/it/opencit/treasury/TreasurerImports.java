// SPDX-License-Identifier: EUPL-1.2
package it.opencit.treasury;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.exchange.CsvText;
import it.opencit.shared.pages.Italian;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports of the treasurer's files: kept, shown, then done. The preview does the very same work and takes it back, so that
 * what it shows is what will happen.
 */
@Service
class TreasurerImports {

    private final TreasurerImportStore store;
    private final ProvvisorioStore provvisori;
    private final JournalStore journal;
    private final PayerRecognition recognition;
    private final TransactionOperations transaction;
    private final Clock clock;

    TreasurerImports(
            TreasurerImportStore store,
            ProvvisorioStore provvisori,
            JournalStore journal,
            PayerRecognition recognition,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.provvisori = provvisori;
        this.journal = journal;
        this.recognition = recognition;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps uploaded files: one CSV, or the pages of journals, also in ZIP archives.
     *
     * @throws Refusal when they are something else, or both
     */
    @Transactional
    public long upload(List<TreasurerFile> uploaded) {
        List<TreasurerFile> files = TreasurerFile.unpacked(uploaded);
        boolean journal = files.getFirst().isXml();
        if (files.stream().anyMatch(file -> file.isXml() != journal)) {
            throw Refusal.inField("file", "treasury.import.mixed");
        }
        if (!journal && files.size() > 1) {
            throw Refusal.inField("file", "treasury.import.one-csv");
        }
        CsvSettings settings = journal
                ? new CsvSettings(Map.of())
                : CsvSettings.forHeadings(header(files.getFirst().content()), store.remembered());
        String name = files.getFirst().name() + (files.size() > 1 ? " e altri " + (files.size() - 1) : "");
        return store.insert(
                journal ? TreasurerImportStore.Kind.JOURNAL : TreasurerImportStore.Kind.CSV,
                name.isBlank() ? "senza nome" : name,
                digest(files),
                files,
                settings,
                clock.instant());
    }

    @Transactional(readOnly = true)
    public TreasurerImportStore.Import get(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("Import " + id));
    }

    @Transactional(readOnly = true)
    public List<TreasurerImportStore.Import> latest() {
        return store.latest(20);
    }

    /** The headings of a CSV; none for a journal. */
    @Transactional(readOnly = true)
    public List<String> headings(long id) {
        return get(id).kind() == TreasurerImportStore.Kind.CSV ? csv(id).header() : List.of();
    }

    /** Chooses the columns of a CSV not yet imported. */
    @Transactional
    public void choose(long id, CsvSettings settings) {
        store.settings(id, settings);
    }

    /**
     * Does the work and takes it back.
     *
     * @throws Refusal when nothing can be read
     */
    public ImportOutcome preview(long id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return run(get(id));
        }));
    }

    /**
     * Does the work.
     *
     * @throws Refusal when it was done already, or nothing can be read
     */
    @Transactional
    public ImportOutcome apply(long id) {
        store.oneAtATime();
        TreasurerImportStore.Import request = get(id);
        Instant appliedAt = request.appliedAt();
        if (appliedAt != null) {
            throw new Refusal("treasury.import.applied", Italian.moment(appliedAt));
        }
        ImportOutcome outcome = run(request);
        if (request.kind() == TreasurerImportStore.Kind.CSV) {
            store.remember(request.settings());
        }
        store.markApplied(id, outcome, clock.instant());
        return outcome;
    }

    private ImportOutcome run(TreasurerImportStore.Import request) {
        var outcome = new ImportOutcome();
        PayerDirectory directory = recognition.directory();
        switch (request.kind()) {
            case CSV -> new CsvImport(provvisori, directory, outcome).run(csv(request.id()), request.settings());
            case JOURNAL -> {
                var pages = new JournalImport(journal, provvisori, directory, outcome, request.id());
                int position = 0;
                for (String name : store.fileNames(request.id())) {
                    try (InputStream file = store.open(request.id(), position++)) {
                        pages.read(file, name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
                pages.settle();
            }
        }
        return outcome;
    }

    private CsvText csv(long id) {
        try (InputStream file = store.open(id, 0)) {
            return CsvText.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> header(byte[] file) {
        List<String> header = CsvText.of(file).header();
        if (header.stream().allMatch(String::isEmpty)) {
            throw new Refusal("treasury.import.empty");
        }
        return header;
    }

    private static String digest(List<TreasurerFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(file.content()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
