// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The API says no with a problem document (RFC 9457): what, which field, how to mend it. */
@RestControllerAdvice(annotations = RestController.class)
@Order(-2) // before the handler of Spring, which would answer for pages too and without our fields
class ApiRefusals {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal.inItalian());
        problem.setProperty("code", refusal.key());
        if (refusal.field() != null) {
            problem.setProperty("field", refusal.field());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound absent) {
        return problem(HttpStatus.NOT_FOUND, Messages.text("shared.not-found"));
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(OptimisticLockingFailureException conflict) {
        return problem(HttpStatus.CONFLICT, Messages.text("shared.changed-meanwhile"));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        return problem(HttpStatus.BAD_REQUEST, Messages.text("shared.json"));
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException mismatch) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST,
                Messages.text("shared.parameter", mismatch.getName(), String.valueOf(mismatch.getValue())));
        problem.setProperty("field", mismatch.getName());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unstorable(DataIntegrityViolationException refused) {
        Unstorable.orRethrow(refused);
        return problem(HttpStatus.BAD_REQUEST, Messages.text("shared.request"));
    }

    static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
