// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of documents: keep a file, find it, open it. */
@Service
public class Documents {

    private final FileStore files;
    private final FileVault vault;

    Documents(
            FileStore files,
            @Value("${opencit.files-directory:data/files}") Path directory,
            ObjectProvider<FileCheck> check) {
        this.files = files;
        this.vault = new FileVault(directory, check.getIfAvailable());
    }

    /**
     * Keeps a file of an act. When the transaction fails the register does not name it; its content may remain, which harms nobody.
     *
     * @throws it.opencit.shared.Refusal when it is empty, larger than 15 MB, anything but PDF, p7m, PNG or JPEG, or the
     *     antivirus does not let it through; nothing was written, so the transaction around may go on without the file
     */
    @Transactional(noRollbackFor = Refusal.class)
    public FileId store(Upload upload) {
        return files.add(upload.name(), vault.keep(upload.name(), upload.content(), AcceptedType.OF_ACTS));
    }

    /**
     * Keeps a file that people send each other: as {@link #store}, and documents of office programs without macros (docx,
     * xlsx, odt, ods), mail messages (eml), plain text and CSV.
     *
     * @throws it.opencit.shared.Refusal when it is empty, larger than 15 MB, or anything else
     */
    @Transactional(noRollbackFor = Refusal.class)
    public FileId storeSent(Upload upload) {
        return files.add(upload.name(), vault.keep(upload.name(), upload.content(), AcceptedType.ALL));
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId id) {
        return files.find(List.of(id)).stream().findFirst();
    }

    /** Those that exist, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<StoredFile> find(Collection<FileId> ids) {
        return files.find(ids);
    }

    /** The content; the caller closes it. */
    public InputStream open(StoredFile file) {
        return vault.open(file.sha256());
    }

    /** A file as an answer: always to be saved and never shown in the page's own origin. */
    public ResponseEntity<InputStreamResource> download(StoredFile file) {
        String disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(open(file)));
    }
}
