// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.documents.Documents;
import it.opencit.documents.Upload;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a file and puts it on a sheet, both or neither. */
@Component
class SheetFiles {

    private final Catalogue catalogue;
    private final Documents documents;

    SheetFiles(Catalogue catalogue, Documents documents) {
        this.catalogue = catalogue;
        this.documents = documents;
    }

    /** Without a title of its own the file goes by its name. */
    @Transactional
    void attach(OfferingId id, Upload upload, String title) {
        catalogue.get(id);
        catalogue.attach(id, documents.store(upload), title.isEmpty() ? upload.name() : title);
    }
}
