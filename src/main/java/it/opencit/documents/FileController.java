// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives files back. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class FileController {

    private final Documents documents;

    FileController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/gestione/documenti/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable FileId id) {
        return documents.download(documents.find(id).orElseThrow(() -> new NotFound("File " + id)));
    }
}
