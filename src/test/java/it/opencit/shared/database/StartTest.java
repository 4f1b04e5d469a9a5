// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import static it.opencit.shared.database.EmbeddedServerTest.execute;
import static it.opencit.shared.database.EmbeddedServerTest.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an installation with the real process: killed, started again, stopped, met by an older program. */
class StartTest {

    @TempDir
    Path temporary;

    @Test
    void killedWhileItLoadsTheDemonstrationItCompletesItAndKeepsWhatIsThere() throws Exception {
        Path home = temporary.resolve("data");
        long left;
        try (var first = new RunningProgram(home)) {
            first.awaitLine("Loading the demonstration of macerata");
            left = serverOf(home);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("server"))))
                    .isEqualTo("rwx------");
            first.kill();
        }
        assertThat(isAlive(left)).as("the server outlives a kill -9").isTrue();

        try (var second = new RunningProgram(home)) {
            String last = second.awaitLine("OpenCIT è pronto");
            assertThat(last)
                    .matches("OpenCIT è pronto: http://localhost:\\d+ .*")
                    .contains("coordinatore, amministrativo, operatore, redattore", "demo");
            assertThat(second.output())
                    .anyMatch(line -> line.contains("left by a program that was killed"))
                    .noneMatch(line -> line.contains("demonstration of brescia"))
                    .noneMatch(line -> line.matches("\\S+ (WARN|ERROR) .*"));
            assertThat(isAlive(left)).isFalse();
            long server = serverOf(home);
            second.stop();
            assertThat(second.errors()).isEmpty();
            assertThat(second.output()).last().isEqualTo(last);
            assertThat(isAlive(server)).as("the server ends with its program").isFalse();
        }

        try (var server = EmbeddedServer.startIn(home)) {
            assertThat(one(server.address(), "select count(*) from centres.centre"))
                    .isEqualTo("8");
            assertThat(one(
                            server.address(),
                            "select count(*) from centres.centre c where not exists"
                                    + " (select from organizations.organization o where o.centre_id = c.id)"))
                    .isEqualTo("0");
            execute(
                    server.address(),
                    "insert into flyway_schema_history_tariffs select installed_rank + 1000, '2999' || version,"
                            + " 'of a newer program', type, script, checksum, installed_by, installed_on, 1, true"
                            + " from flyway_schema_history_tariffs where type = 'SQL' order by 1 limit 1");
        }
        refusedInOneLine(home, "la base di dati è di un altro OpenCIT, più recente di questo o di sviluppo");
    }

    @Test
    void aDirectoryThatCannotBeUsedEndsTheStartWithOneLine() throws Exception {
        refusedInOneLine(Files.createFile(temporary.resolve("data")), "c'è un file con questo nome");
    }

    private static void refusedInOneLine(Path home, String words) throws Exception {
        try (var program = new RunningProgram(home)) {
            assertThat(program.awaitEnd()).isEqualTo(1);
            assertThat(program.errors())
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).startsWith("OpenCIT non parte: ").contains(words));
            assertThat(program.output()).noneMatch(line -> line.matches("\\S+ (WARN|ERROR) .*"));
        }
    }

    private static long serverOf(Path home) throws Exception {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
