// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import gg.jte.generated.precompiled.Templates;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Answer;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What a page did not answer in place is told on a page of its own, with a way back. */
@ControllerAdvice(annotations = Controller.class)
@Order(-1)
class PageRefusals {

    private final Templates templates;

    PageRefusals(Templates templates) {
        this.templates = templates;
    }

    @ExceptionHandler
    Answer refused(Refusal refusal) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, "Operazione non possibile", refusal.inItalian());
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    Answer notFound(Exception absent) {
        return answer(HttpStatus.NOT_FOUND, "Pagina non trovata", Messages.text("shared.not-found"));
    }

    @ExceptionHandler
    Answer changedMeanwhile(OptimisticLockingFailureException conflict) {
        return answer(HttpStatus.CONFLICT, "Dati cambiati nel frattempo", Messages.text("shared.changed-meanwhile"));
    }

    @ExceptionHandler
    Answer tooLarge(MaxUploadSizeExceededException tooLarge) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "File troppo grande", Messages.text("shared.too-large"));
    }

    @ExceptionHandler
    Answer unstorable(DataIntegrityViolationException refused) {
        Unstorable.orRethrow(refused);
        return answer(HttpStatus.BAD_REQUEST, "Richiesta non valida", Messages.text("shared.request"));
    }

    private Answer answer(HttpStatus status, String title, String sentence) {
        return new Answer(templates.sharedFailure(title, sentence), status);
    }
}
