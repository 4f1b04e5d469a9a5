// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The role that serves requests: it owns nothing and cannot bypass row-level security. It is made by the owner at the
 * first start; its password derives from the owner's, so that every node of an installation finds the same one without
 * keeping a second secret.
 *
 * @param name of the role: the database's name followed by {@code _app}, as roles are shared by a server's databases
 * @param password of the role
 */
record ApplicationRole(String name, String password) {

    private static final String STRENGTH = """
            select coalesce((select case when rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                                         then 'strong' else 'plain' end
                               from pg_roles where rolname = current_database() || '_app'), 'absent')""";

    static ApplicationRole prepareOn(DatabaseServer server) {
        try (Connection connection = server.connectAsOwner();
                Statement statement = connection.createStatement()) {
            String database = one(statement, "select current_database()");
            ApplicationRole role = new ApplicationRole(database + "_app", derive(server.ownerPassword(), database));
            String quoted = one(statement, "select quote_ident(current_database() || '_app')");
            // A role statement takes no parameters: the name is quoted by the server, the password is hexadecimal.
            String login = quoted + " login password '" + role.password + "'";
            switch (one(statement, STRENGTH)) {
                case "absent" -> statement.execute("create role " + login);
                // Only what changes: an owner that is not a superuser may not even restate that another is not one.
                case "plain" -> statement.execute("alter role " + login);
                default ->
                    throw new StartRefused("l'utente " + role.name + " di " + server.address()
                            + " può aggirare la separazione dei centri: togligli i permessi (alter role " + quoted
                            + " nosuperuser nobypassrls nocreaterole nocreatedb).");
            }
            role.checkOn(server);
            return role;
        } catch (SQLException e) {
            throw new StartRefused(
                    "non riesco a preparare l'utente dell'applicazione su " + server.address() + " ("
                            + DatabaseServer.oneLine(e) + "): dai all'utente " + server.owner()
                            + " il permesso di farlo (alter role " + server.owner() + " createrole).",
                    e);
        }
    }

    private void checkOn(DatabaseServer server) {
        try {
            server.connect(name, password).close();
        } catch (SQLException e) {
            throw new StartRefused(
                    "l'utente " + name + " non entra in " + server.address() + " (" + DatabaseServer.oneLine(e)
                            + "): fallo entrare con una parola d'ordine (pg_hba.conf, grant connect on database).",
                    e);
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String derive(String secret, String database) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("opencit:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(database.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
