// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The directory where the embedded server lives: of one program at a time, made readable by its owner alone. The lock
 * goes with the process, so that nothing has to be cleaned after a {@code kill -9}.
 */
final class DataDirectory implements AutoCloseable {

    private final Path home;
    private final FileChannel lock;

    private DataDirectory(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    static DataDirectory open(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home, ownerAlone(home, "rwx------"));
            FileChannel channel =
                    FileChannel.open(home.resolve("opencit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefused(
                        "la cartella " + home
                                + " è in uso da un altro OpenCIT acceso: fermalo, o indica un'altra cartella con --opencit.data-directory.");
            }
            return new DataDirectory(home, channel);
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    static StartRefused unusable(Path home, IOException e) {
        String reason =
                switch (e) {
                    case AccessDeniedException _ -> "permesso negato";
                    case FileAlreadyExistsException _, NotDirectoryException _ -> "c'è un file con questo nome";
                    default -> DatabaseServer.oneLine(e);
                };
        return new StartRefused(
                "non posso usare la cartella dei dati " + home + " (" + reason
                        + "): controlla i permessi e lo spazio, o indicane un'altra con --opencit.data-directory.",
                e);
    }

    Path home() {
        return home;
    }

    /** The cluster of PostgreSQL. */
    Path cluster() {
        return home.resolve("postgres");
    }

    /** The programs of PostgreSQL, unpacked. */
    Path programs() {
        return home.resolve("server");
    }

    /** Where PostgreSQL writes why it does not start. */
    Path log() {
        return home.resolve("postgres.log");
    }

    /** There while the cluster is being made: found at a start, the cluster is a torso without data. */
    Path unfinished() {
        return home.resolve("postgres.unfinished");
    }

    /** The file with the server's password, generated the first time: whole or absent, never half written. */
    Path passwordFile() throws IOException {
        Path file = home.resolve("postgres.password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Path draft = home.resolve("postgres.password.draft");
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerAlone(home, "rw-------"));
            Files.writeString(draft, HexFormat.of().formatHex(secret));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** Takes back what others may do in a directory; where the file system has no such permissions, nothing. */
    static void keepToOwner(Path directory) throws IOException {
        if (isPosix(directory) && Files.exists(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
