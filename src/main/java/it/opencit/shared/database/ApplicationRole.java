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

    static ApplicationRole prepareOn(DatabaseServer server) {
        try (Connection connection = server.connectAsOwner();
                Statement statement = connection.createStatement()) {
            String database = one(statement, "select current_database()");
            ApplicationRole role = new ApplicationRole(database + "_app", derive(server.ownerPassword(), database));
            String quoted = one(statement, "select quote_ident(current_database() || '_app')");
            boolean exists = "t"
                    .equals(one(
                            statement,
                            "select exists (select from pg_roles where rolname = current_database() || '_app')"));
            // A role statement takes no parameters: the name is quoted by the server, the password is hexadecimal.
            statement.execute((exists ? "alter" : "create") + " role " + quoted
                    + " login nosuperuser nobypassrls nocreatedb nocreaterole password '" + role.password + "'");
            return role;
        } catch (SQLException e) {
            throw new StartRefused(
                    "Non riesco a preparare il ruolo dell'applicazione su " + server.url() + " ("
                            + DatabaseServer.oneLine(e) + "): dai all'utente " + server.owner()
                            + " il permesso CREATEROLE (alter role … createrole).",
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
