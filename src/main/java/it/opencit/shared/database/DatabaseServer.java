// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
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
        return connect(owner, ownerPassword);
    }

    /** Opens a connection; gives up in time also on something that accepts it and then says nothing. */
    Connection connect(String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        return DriverManager.getConnection(url, properties);
    }

    /** Refuses to start on a server that does not answer, or is too old. */
    void check() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("spring.datasource.url è " + address()
                    + ": scrivilo come jdbc:postgresql://nome-del-server:5432/nome-della-base-di-dati.");
        }
        try (Connection connection = connectAsOwner();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select current_setting('server_version_num')::int, version()")) {
            result.next();
            refuseOlder(result.getInt(1), result.getString(2));
        } catch (SQLException e) {
            throw new StartRefused(whatToDo(e), e);
        }
    }

    void refuseOlder(int number, String version) {
        if (number < OLDEST_VERSION) {
            throw new StartRefused("serve PostgreSQL 16 o più recente, ma a " + address() + " risponde " + version
                    + ": aggiorna il server o indica un altro spring.datasource.url.");
        }
    }

    /** The address without what follows the question mark, which may hold a password. */
    String address() {
        return url.replaceFirst("\\?.*", "");
    }

    private String whatToDo(SQLException e) {
        String said = " (" + oneLine(e) + "): ";
        return switch (Objects.requireNonNullElse(e.getSQLState(), "")) {
            case "28P01", "28000", "08004" ->
                "la base di dati a " + address() + " non fa entrare l'utente " + owner + said
                        + "correggi spring.datasource.username e spring.datasource.password.";
            case "3D000" ->
                "la base di dati a " + address() + " non c'è" + said + "creala (create database … owner " + owner
                        + ") o correggi spring.datasource.url.";
            default ->
                "la base di dati non risponde a " + address() + said
                        + "controlla che il server sia acceso e che spring.datasource.url sia giusto.";
        };
    }

    static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    }
}
