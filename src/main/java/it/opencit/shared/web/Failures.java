// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import gg.jte.generated.precompiled.Templates;
import it.opencit.shared.Messages;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.pages.PageWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** The last answer: whatever went wrong, a reader gets a page and a program a problem document, never a stack trace. */
@Controller
@OpenToAll
class Failures implements ErrorController {

    /** Said with the status by who refuses a form whose token is not of this session, or no longer. */
    private static final String STALE_FORM = "shared.stale-form";

    private final Templates templates;
    private final PageWriter pages;
    private final JsonMapper json;

    Failures(Templates templates, PageWriter pages, JsonMapper json) {
        this.templates = templates;
        this.pages = pages;
        this.json = json;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError()) {
            status = HttpStatus.NOT_FOUND;
        }
        String sentence = Messages.text(
                switch (status) {
                    case UNAUTHORIZED -> "shared.not-signed-in";
                    case FORBIDDEN ->
                        STALE_FORM.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))
                                ? STALE_FORM
                                : "shared.not-allowed";
                    case NOT_FOUND -> "shared.not-found";
                    case CONTENT_TOO_LARGE -> "shared.too-large";
                    default -> status.is4xxClientError() ? "shared.request" : "shared.broken";
                });
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        response.setStatus(status.value());
        if (uri != null && uri.toString().startsWith("/api/")) {
            if (status == HttpStatus.UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Basic realm=\"OpenCIT\", charset=\"UTF-8\"");
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            ProblemDetail problem = ApiRefusals.problem(status, sentence);
            response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        } else {
            pages.write(templates.sharedFailure(title(status), sentence), status, request, response);
        }
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "Operazione non permessa";
            case NOT_FOUND -> "Pagina non trovata";
            default -> status.is4xxClientError() ? "Richiesta non valida" : "Qualcosa non ha funzionato";
        };
    }
}
