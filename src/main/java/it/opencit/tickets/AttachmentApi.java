// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.documents.FileId;
import it.opencit.documents.Upload;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of a ticket, for other programs: who may read the ticket finds them in it, and takes those that it sees there. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/attachments")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REFERENTE})
class AttachmentApi {

    private final Tickets tickets;
    private final TicketReader reader;
    private final TicketFiles files;
    private final Clock clock;

    AttachmentApi(Tickets tickets, TicketReader reader, TicketFiles files, Clock clock) {
        this.tickets = tickets;
        this.reader = reader;
        this.files = files;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTicket attach(
            @PathVariable TicketNumber number,
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "PUBLIC") Visibility visibility,
            SignedIn person) {
        Viewer viewer = Viewer.of(person);
        boolean office = viewer instanceof Viewer.Office;
        reader.get(number, viewer);
        if (!office && visibility != Visibility.PUBLIC) {
            throw new AccessDeniedException("Notes are the office's");
        }
        List<Upload> uploads = Upload.from(file);
        if (uploads.isEmpty()) {
            throw Refusal.inField("file", "tickets.api.field", "file");
        }
        tickets.attach(number, visibility, uploads.getFirst(), Author.of(person));
        return ApiTicket.of(reader.get(number, viewer), clock.instant(), office);
    }

    /** @param file as the ticket names it, among its attachments */
    @GetMapping("/{file}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable TicketNumber number, @PathVariable FileId file, SignedIn person) {
        return files.send(reader.get(number, Viewer.of(person)).whole(), file);
    }
}
