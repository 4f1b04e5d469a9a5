// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
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
            switch (cause) {
                case StartRefused refused -> {
                    return refused.getMessage();
                }
                case PortInUseException port -> {
                    return portInUse(port.getPort());
                }
                case FlywayValidateException _ -> {
                    return "la base di dati è di un altro OpenCIT, più recente di questo o di sviluppo: usa quella versione,"
                            + " o un'altra base di dati (--opencit.data-directory o spring.datasource.url).";
                }
                case FlywayException flyway -> {
                    return "non riesco a preparare le tabelle (" + reason(flyway)
                            + "): l'utente di spring.datasource.username deve essere il proprietario della base di dati.";
                }
                default -> {}
            }
        }
        return null;
    }

    private static String portInUse(int port) {
        return "la porta " + port
                + " è già in uso: ferma il programma che la occupa, o scegline un'altra con --server.port="
                + (port < 65535 ? port + 1 : 8080) + " (o la variabile SERVER_PORT).";
    }

    /** What PostgreSQL said, when it said something: the migration tool wraps it in a page of text. */
    private static String reason(FlywayException flyway) {
        for (Throwable cause = flyway; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return DatabaseServer.oneLine(said);
            }
        }
        return DatabaseServer.oneLine(flyway);
    }
}
