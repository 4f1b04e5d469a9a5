// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import it.opencit.shared.access.OpenToAll;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The colours and the logo of the centre; the address changes with them, so a browser may keep what it got. */
@Controller
@OpenToAll
class AppearanceController {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

    private final Centres centres;

    AppearanceController(Centres centres) {
        this.centres = centres;
    }

    @GetMapping("/aspetto/{version}.css")
    ResponseEntity<String> style() {
        Centre centre = centres.current();
        String css = ":root{--centre-primary:%s;--centre-accent:%s}"
                .formatted(centre.primaryColour(), centre.accentColour());
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body(css);
    }

    @GetMapping("/aspetto/{version}/logo")
    ResponseEntity<byte[]> logo() {
        return centres.logo()
                .map(logo -> ResponseEntity.ok()
                        .cacheControl(KEPT)
                        .contentType(MediaType.parseMediaType(logo.mediaType()))
                        .body(logo.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
