// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL server that starts with the program when no other is given. Its data stay in the data directory;
 * it accepts only a password generated at the first start and kept beside the data, readable by its owner alone.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int VERSION = 18;
    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "opencit";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedServer(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedServer startIn(Path dataDirectory) {
        Path home = dataDirectory.toAbsolutePath().normalize();
        Path cluster = home.resolve("postgres");
        try {
            Files.createDirectories(home);
            Path passwordFile = passwordFile(home);
            refuseOtherVersions(cluster);
            stopOrphan(cluster);
            String password = Files.readString(passwordFile).strip();
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster.toFile())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(home.resolve("server").toFile())
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setConnectConfig("password", password)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("log_min_messages", "fatal")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setRegisterShutdownHook(true)
                    .start();
            createDatabase(postgres);
            return new EmbeddedServer(postgres, password);
        } catch (IOException | SQLException e) {
            throw new StartRefused(
                    "La base di dati incorporata non parte in " + home + " (" + DatabaseServer.oneLine(e)
                            + "): controlla i permessi e lo spazio della cartella, o indicane un'altra con opencit.data-directory.",
                    e);
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "La cartella " + home
                            + " è in uso da un altro OpenCIT acceso: fermalo, o indica un'altra cartella con opencit.data-directory.",
                    e);
        }
    }

    DatabaseServer address() {
        return new DatabaseServer(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE, SUPERUSER, password);
    }

    @Override
    public void close() {
        try {
            postgres.close();
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

    private static Path passwordFile(Path home) throws IOException {
        Path file = home.resolve("postgres.password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return file;
    }

    private static void refuseOtherVersions(Path cluster) throws IOException {
        Path marker = cluster.resolve("PG_VERSION");
        if (!Files.exists(marker)) {
            return;
        }
        String version = Files.readString(marker).strip();
        if (!version.equals(Integer.toString(VERSION))) {
            throw new StartRefused(
                    "La cartella " + cluster + " è di PostgreSQL " + version + ", questo programma usa la " + VERSION
                            + ": usa la versione di OpenCIT che l'ha creata, o un'altra cartella con opencit.data-directory.");
        }
    }

    /** After a kill -9 of the program its server lives on: end it, so that PostgreSQL recovers at the next start. */
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile) || heldByALivingProgram(cluster)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> server = ProcessHandle.of(
                        Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (server.isEmpty()) {
            return;
        }
        LOG.info(
                "Stopping the database server left by a program that was killed (pid {})",
                server.get().pid());
        server.get().destroy();
        try {
            server.get().onExit().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            server.get().destroyForcibly();
        }
    }

    private static boolean heldByALivingProgram(Path cluster) throws IOException {
        Path lock = cluster.resolve("epg-lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
