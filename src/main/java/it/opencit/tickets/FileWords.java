// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.centres.Centres;
import it.opencit.documents.Documents;
import it.opencit.documents.StoredFile;
import it.opencit.shared.database.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the text of the files of tickets, so that who searches finds them. It happens after a file was taken, one at a time
 * and each for a limited time, outside any transaction: a file made to be slow, huge or broken holds nobody up.
 */
@Component
class FileWords {

    private static final Logger LOG = LoggerFactory.getLogger(FileWords.class);

    /** Of one file: a scanned act of hundreds of pages has its text read within a few seconds. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final int MOST_AT_ONCE = 200;

    private final Centres centres;
    private final FileWordsStore store;
    private final Documents documents;
    private final Clock clock;

    FileWords(Centres centres, FileWordsStore store, Documents documents, Clock clock) {
        this.centres = centres;
        this.store = store;
        this.documents = documents;
        this.clock = clock;
    }

    /** Reads what is to be read at every centre; trouble at one is not trouble of the others. */
    void read() {
        centres.all()
                .forEach(centre -> Acting.as(centre.id(), Acting.PROGRAM, () -> {
                    try {
                        readHere();
                    } catch (RuntimeException failure) {
                        LOG.error("Files of tickets of {} were not read", centre.code(), failure);
                    }
                }));
    }

    private void readHere() {
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Optional<FileWordsStore.Unread> next = store.take();
            if (next.isEmpty()) {
                return;
            }
            FileWordsStore.Unread file = next.get();
            FileText text = documents.find(file.file()).map(this::text).orElse(FileText.BROKEN);
            store.keep(file, text.text(), text.found(), clock.instant());
        }
    }

    private FileText text(StoredFile file) {
        byte[] content;
        try (InputStream stream = documents.open(file)) {
            content = stream.readAllBytes(); // 15 MB at most, as Documents takes them
        } catch (IOException | RuntimeException gone) {
            LOG.warn("File {} could not be opened: {}", file.id(), gone.getMessage());
            return FileText.BROKEN;
        }
        var reading = new FutureTask<>(() -> FileText.of(file.name(), content));
        Thread.ofPlatform().daemon().name("file-text-" + file.id()).start(reading);
        try {
            return reading.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            reading.cancel(true);
            return FileText.TOO_SLOW;
        } catch (ExecutionException broken) {
            LOG.info("File {} has no text that can be read: {}", file.id(), String.valueOf(broken.getCause()));
            return FileText.BROKEN;
        } catch (InterruptedException ended) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading file " + file.id(), ended);
        }
    }
}
