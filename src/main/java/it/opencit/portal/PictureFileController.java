// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Gives the pictures of the centre to everybody. What stands at an address never changes. */
@Controller
@OpenToAll
class PictureFileController {

    private final Pictures pictures;

    PictureFileController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/immagini/{id:\\d+}/{width:\\d+}.webp")
    @Nullable
    ResponseEntity<byte[]> show(@PathVariable long id, @PathVariable int width, WebRequest request) {
        String tag = "\"" + id + "-" + width + "\"";
        if (request.checkNotModified(tag)) {
            return null; // answered: the browser has it
        }
        byte[] content =
                pictures.content(id, width).orElseThrow(() -> new NotFound("Picture " + id + " wide " + width));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/webp"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .eTag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
