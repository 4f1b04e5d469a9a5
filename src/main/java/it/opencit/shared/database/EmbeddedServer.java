// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The real PostgreSQL server that starts with the program when no other is given. Its data stay in the data directory;
 * it answers on loopback only, and only to a password generated at the first start and kept beside the data.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int VERSION = 18;
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "opencit";
    private static final long MEGABYTE = 1024 * 1024L;

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(DataDirectory directory, EmbeddedPostgres postgres, String password) {
        this.directory = directory;
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedServer startIn(Path dataDirectory) {
        DataDirectory directory = DataDirectory.open(dataDirectory);
        try {
            refuseOtherVersions(directory.cluster());
            endServerLeftIn(directory.cluster());
            removeWhatAKillLeftHalfway(directory);
            return start(directory);
        } catch (IOException e) {
            throw DataDirectory.unusable(directory.home(), e);
        }
    }

    private static EmbeddedServer start(DataDirectory directory) throws IOException {
        Path passwordFile = directory.passwordFile();
        String password = Files.readString(passwordFile).strip();
        boolean first = !Files.exists(directory.cluster());
        if (first) {
            Files.createFile(directory.unfinished());
        }
        try {
            // Later options win over the library's own, which are made for tests: what is committed must be on disk.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.cluster().toFile())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(directory.programs().toFile())
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", buffers() / MEGABYTE + "MB")
                    .setServerConfig("log_min_messages", "fatal")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // Spring stops it after the requests in progress; a hook of its own would run beside them.
                    .setRegisterShutdownHook(false)
                    .start();
            DataDirectory.keepToOwner(directory.programs());
            createDatabase(postgres);
            Files.deleteIfExists(directory.unfinished());
            return new EmbeddedServer(directory, postgres, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            endServerLeftIn(directory.cluster());
            throw new StartRefused(
                    "la base di dati incorporata non parte in " + directory.home() + " (" + DatabaseServer.oneLine(e)
                            + "): il motivo è in " + directory.log()
                            + "; controlla i permessi e lo spazio della cartella, o indicane un'altra con --opencit.data-directory.",
                    e);
        }
    }

    /** Bytes of memory in which the server keeps what it read: an eighth of the machine's, which it shares with the program. */
    private static long buffers() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp(memory / 8, 128 * MEGABYTE, 4096 * MEGABYTE);
    }

    DatabaseServer address() {
        return new DatabaseServer(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE, SUPERUSER, password);
    }

    @Override
    public void close() {
        try {
            Optional<ProcessHandle> server = serverOf(directory.cluster());
            postgres.close();
            server.ifPresent(EmbeddedServer::ends); // the library stops waiting after five seconds
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("create database " + DATABASE);
            }
        }
    }

    private static void refuseOtherVersions(Path cluster) throws IOException {
        Path marker = cluster.resolve("PG_VERSION");
        if (!Files.exists(marker)) {
            return;
        }
        String version = Files.readString(marker).strip();
        if (!version.isEmpty() && !version.equals(Integer.toString(VERSION))) {
            throw new StartRefused("la cartella " + cluster + " è di PostgreSQL " + version
                    + ", questo programma usa la versione " + VERSION
                    + ": usa l'OpenCIT che l'ha creata, o un'altra cartella con --opencit.data-directory.");
        }
    }

    /** A first start that was killed leaves programs half unpacked or a cluster half made, which would never start. */
    private static void removeWhatAKillLeftHalfway(DataDirectory directory) throws IOException {
        if (Files.exists(directory.unfinished())) {
            FileSystemUtils.deleteRecursively(directory.cluster());
            Files.delete(directory.unfinished());
        }
        if (Files.isDirectory(directory.programs())) {
            try (var unpacked = Files.list(directory.programs())) {
                for (Path programs : unpacked.toList()) {
                    if (!Files.exists(programs.resolve(".exists"))) {
                        FileSystemUtils.deleteRecursively(programs);
                    }
                }
            }
        }
    }

    /** After a kill -9 of the program its server lives on: end it, so that PostgreSQL recovers at the next start. */
    private static void endServerLeftIn(Path cluster) throws IOException {
        Optional<ProcessHandle> left = serverOf(cluster);
        if (left.isEmpty()) {
            return;
        }
        ProcessHandle server = left.get();
        LOG.info("Ending the database server left by a program that was killed (pid {})", server.pid());
        server.destroy();
        if (!ends(server)) {
            server.destroyForcibly();
            ends(server);
        }
    }

    private static Optional<ProcessHandle> serverOf(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> serves(process, cluster));
    }

    /** The number may have passed to another program since: the command line says whose server it is. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return process.info().command().orElse("").contains("postgres")
                && (arguments.length == 0 || String.join(" ", arguments).contains(cluster.toString()));
    }

    private static boolean ends(ProcessHandle server) {
        try {
            server.onExit().get(20, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
