// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.texts.HtmlToMarkdown;
import it.opencit.shared.texts.Markdown;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What is pasted in an editor comes here first, so that it looks at once as it will be kept. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
class PastedTextController {

    /** Word sends its styles along: some ten times the words. */
    private static final int LARGEST = 5 * 1024 * 1024;

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @PostMapping("/gestione/portale/testo")
    ResponseEntity<byte[]> clean(HttpServletRequest request) throws IOException {
        byte[] pasted = request.getInputStream().readNBytes(LARGEST + 1);
        if (pasted.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        String markdown = HtmlToMarkdown.markdown(new String(pasted, StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(Markdown.html(markdown).getBytes(StandardCharsets.UTF_8));
    }
}
