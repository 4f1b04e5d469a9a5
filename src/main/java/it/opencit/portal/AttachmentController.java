// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives everybody the files of what is published, as long as it is. */
@Controller
@OpenToAll
class AttachmentController {

    private final Contents contents;
    private final Documents documents;

    AttachmentController(Contents contents, Documents documents) {
        this.contents = contents;
        this.documents = documents;
    }

    @GetMapping("/allegati/{content:\\d+}/{file:\\d+}")
    ResponseEntity<InputStreamResource> file(@PathVariable ContentId content, @PathVariable FileId file) {
        Integer published = contents.get(content).published();
        if (published == null
                || contents.version(content, published).draft().attachments().stream()
                        .noneMatch(one -> one.file().equals(file))) {
            throw new NotFound("File " + file + " of content " + content);
        }
        return documents.download(documents.find(file).orElseThrow(() -> new NotFound("File " + file)));
    }
}
