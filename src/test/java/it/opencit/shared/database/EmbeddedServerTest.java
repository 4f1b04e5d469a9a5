// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    /** One for all tests: PostgreSQL is unpacked once. */
    @TempDir
    static Path temporary;

    @Test
    void dataStayAreOfTheirOwnerAloneAndOnlyThePasswordOpensThem() throws Exception {
        Path home = temporary.resolve("kept");
        try (var server = EmbeddedServer.startIn(home)) {
            execute(server.address(), "create table kept (word text)", "insert into kept values ('resta')");

            assertThat(permissions(home)).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("postgres.password"))).isEqualTo("rw-------");
            assertThat(Files.readAllLines(home.resolve("postgres/pg_hba.conf")))
                    .filteredOn(line -> line.matches("(local|host).*"))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
            assertThat(one(server.address(), "show listen_addresses")).isEqualTo("localhost");
            assertThat(one(server.address(), "show unix_socket_directories")).isEmpty();
            assertThat(one(server.address(), "show fsync")).isEqualTo("on");
            assertThat(one(server.address(), "show synchronous_commit")).isEqualTo("on");
            assertThatThrownBy(
                            () -> server.address().connect("postgres", "wrong").close())
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        try (var server = EmbeddedServer.startIn(home)) {
            assertThat(one(server.address(), "select word from kept")).isEqualTo("resta");
        }
    }

    @Test
    void aDirectoryInUseIsRefusedAndItsServerGoesOn() throws Exception {
        Path home = temporary.resolve("used");
        try (var server = EmbeddedServer.startIn(home)) {
            assertThatThrownBy(() -> EmbeddedServer.startIn(home))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in uso da un altro OpenCIT acceso");

            assertThat(one(server.address(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFirstStartKilledHalfwayBeginsAgain() throws Exception {
        Path home = temporary.resolve("half");
        Files.createDirectories(home.resolve("postgres/base"));
        Files.createDirectories(home.resolve("server/PG-half/bin"));
        Files.writeString(home.resolve("postgres/postgresql.conf"), "# half written");
        Files.writeString(home.resolve("postgres.password.draft"), "half");
        Files.createFile(home.resolve("postgres.unfinished"));

        try (var server = EmbeddedServer.startIn(home)) {
            assertThat(one(server.address(), "select current_database()")).isEqualTo("opencit");
        }
        assertThat(home.resolve("server/PG-half")).doesNotExist();
        assertThat(home.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void dataOfANewerPostgresAreLeftAlone() throws Exception {
        Path marker =
                Files.createDirectories(temporary.resolve("newer/postgres")).resolve("PG_VERSION");
        Files.writeString(marker, "19\n");

        assertThatThrownBy(() -> EmbeddedServer.startIn(temporary.resolve("newer")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("è di PostgreSQL 19, questo programma usa la versione 18");
        assertThat(marker).hasContent("19");
    }

    @Test
    void aPathThatCannotBeADirectorySaysSo() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> EmbeddedServer.startIn(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("c'è un file con questo nome");
        assertThatThrownBy(() -> EmbeddedServer.startIn(file.resolve("below")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("non posso usare la cartella dei dati");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    static void execute(DatabaseServer server, String... statements) throws SQLException {
        try (var connection = server.connectAsOwner();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String one(DatabaseServer server, String query) throws SQLException {
        try (var connection = server.connectAsOwner();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
