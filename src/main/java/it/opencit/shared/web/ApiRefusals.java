// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
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
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

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
            if (cause instanceof MismatchedInputException mismatch
                    && !mismatch.getPath().isEmpty()) {
                return mismatched(mismatch);
            }
        }
        return problem(HttpStatus.BAD_REQUEST, Messages.text("shared.json"));
    }

    private static ProblemDetail mismatched(MismatchedInputException mismatch) {
        String field = mismatch.getPath().stream()
                .map(one -> one.getPropertyName() == null ? "[" + one.getIndex() + "]" : "." + one.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, told(field, mismatch));
        problem.setProperty("field", field);
        return problem;
    }

    private static String told(String field, MismatchedInputException mismatch) {
        if (!(mismatch instanceof InvalidFormatException wrong)) {
            return Messages.text("shared.json.kind", field);
        }
        Class<?> type = wrong.getTargetType();
        Object[] values = type == null ? null : type.getEnumConstants();
        return values == null
                ? Messages.text("shared.json.value", field, String.valueOf(wrong.getValue()))
                : Messages.text(
                        "shared.json.one-of",
                        field,
                        String.valueOf(wrong.getValue()),
                        Arrays.stream(values).map(one -> ((Enum<?>) one).name()).collect(Collectors.joining(", ")));
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
