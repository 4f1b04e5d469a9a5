// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.documents.Documents;
import it.opencit.documents.FileId;
import it.opencit.documents.StoredFile;
import it.opencit.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gives back the document of a sheet that was sent. */
@Component
class CampaignSheetFiles {

    private final Documents documents;

    CampaignSheetFiles(Documents documents) {
        this.documents = documents;
    }

    /** @throws NotFound when the sheet was not sent */
    ResponseEntity<InputStreamResource> download(Sheet sheet) {
        StoredFile file = Optional.ofNullable(sheet.file())
                .flatMap((FileId id) -> documents.find(id))
                .orElseThrow(() -> new NotFound("Document of sheet " + sheet.id()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(documents.open(file)));
    }
}
