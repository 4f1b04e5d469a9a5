// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.documents.Upload;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files of a ticket, handed to who is not of the office and taken from whoever adds one. */
@Component
class TicketFiles {

    /** As many as go with what is written. */
    static final int MOST = 3;

    private final Documents documents;

    TicketFiles(Documents documents) {
        this.documents = documents;
    }

    /** A file of the ticket as somebody sees it; not found when it is not among those. */
    ResponseEntity<InputStreamResource> send(WholeTicket whole, FileId file) {
        boolean ours = whole.all().stream()
                .flatMap(one -> one.attachments().stream())
                .anyMatch(one -> one.file() == file.value());
        StoredFile stored = documents
                .find(file)
                .filter(_ -> ours)
                .orElseThrow(() -> new NotFound(
                        "File " + file + " of ticket " + whole.ticket().number()));
        return documents.download(stored);
    }

    /**
     * The files of a form in which something is written too.
     *
     * @throws Refusal when they are too many
     */
    static List<Upload> chosen(MultipartFile @Nullable [] files) {
        List<Upload> uploads = files == null ? List.of() : Upload.from(files);
        if (uploads.size() > MOST) {
            throw Refusal.inField("files", "tickets.files.most", MOST, uploads.size());
        }
        return uploads;
    }

    /** Adds the file of a form; what is wrong is told at its field. */
    static void add(Tickets tickets, TicketNumber number, Visibility visibility, MultipartFile file, Author by) {
        List<Upload> uploads = Upload.from(file);
        if (uploads.isEmpty()) {
            throw Refusal.inField("file", "tickets.file.required");
        }
        try {
            tickets.attach(number, visibility, uploads.getFirst(), by);
        } catch (Refusal refusal) {
            throw Refusal.inField("file", "tickets.file", refusal.inItalian());
        }
    }
}
