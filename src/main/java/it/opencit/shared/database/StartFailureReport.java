// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A start that fails for a known reason says so in one line, without a stack trace; the exit code is 1. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReport implements SpringBootExceptionReporter {

    StartFailureReport(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        String line = explain(failure);
        if (line == null) {
            return false;
        }
        System.err.println("OpenCIT non parte: " + line);
        return true;
    }

    static @Nullable String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return "la porta " + port.getPort()
                        + " è già in uso: ferma il programma che la occupa, o scegline un'altra con --server.port="
                        + (port.getPort() + 1) + " (o la variabile SERVER_PORT).";
            }
        }
        return null;
    }
}
