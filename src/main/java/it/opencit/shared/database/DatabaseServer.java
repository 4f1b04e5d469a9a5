// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is, and who owns its tables: an embedded server or one given by its address.
 *
 * @param url JDBC address
 * @param owner role that migrates; it owns the tables and is never used to serve a request
 * @param ownerPassword its password
 */
record DatabaseServer(String url, String owner, String ownerPassword) {

    private static final int OLDEST_VERSION = 160000;

    /** Opens a connection of the owner. */
    Connection connectAsOwner() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", owner);
        properties.setProperty("password", ownerPassword);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** Refuses to start on a server that does not answer or is too old. */
    void check() {
        try (Connection connection = connectAsOwner();
                var result = connection
                        .createStatement()
                        .executeQuery("select current_setting('server_version_num')::int, version()")) {
            result.next();
            if (result.getInt(1) < OLDEST_VERSION) {
                throw new StartRefused("Serve PostgreSQL 16 o più recente, ma all'indirizzo " + url + " risponde "
                        + result.getString(2) + ": aggiorna il server o indica un altro spring.datasource.url.");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "La base di dati non risponde a " + url + " con l'utente " + owner + " (" + oneLine(e)
                            + "): controlla che il server sia acceso e correggi spring.datasource.url, .username e .password.",
                    e);
        }
    }

    static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
