// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory where the content of files lies, each under its own SHA-256: the same content is kept once, and what was
 * kept never changes. A file appears whole or not at all, also after a crash.
 */
final class FileVault {

    /** 15 MB: a signed convention with its annexes, scanned, stays below. */
    static final int LARGEST = 15 * 1024 * 1024;

    private static final int BEGINNING = 64 * 1024;

    private final Path directory;
    private final @Nullable FileCheck check;

    /** @param check asked of every file; {@code null} where the installation has none */
    FileVault(Path directory, @Nullable FileCheck check) {
        this.directory = directory;
        this.check = check;
    }

    /** What was kept. */
    record Kept(String sha256, long size, AcceptedType type) {}

    /**
     * Keeps the content of a file.
     *
     * @param accepted the types that are taken
     * @throws Refusal when it is empty, too large, not of an accepted type, or the check does not let it through
     */
    Kept keep(String name, InputStream content, Set<AcceptedType> accepted) {
        try {
            Files.createDirectories(directory);
            Path arriving = Files.createTempFile(directory, "arriving-", ".part");
            try {
                return keep(name, content, accepted, arriving);
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep a file in " + directory, e);
        }
    }

    private Kept keep(String name, InputStream content, Set<AcceptedType> accepted, Path arriving) throws IOException {
        MessageDigest digest = sha256();
        byte[] beginning;
        long size;
        try (InputStream source = new DigestInputStream(content, digest);
                FileChannel target = FileChannel.open(arriving, StandardOpenOption.WRITE)) {
            beginning = source.readNBytes(BEGINNING);
            size = write(beginning, beginning.length, target);
            byte[] buffer = new byte[BEGINNING];
            for (int read = source.read(buffer); read >= 0 && size <= LARGEST; read = source.read(buffer)) {
                size += write(buffer, read, target);
            }
            target.force(true);
        }
        if (size == 0) {
            throw new Refusal("documents.file.empty", name);
        }
        if (size > LARGEST) {
            throw new Refusal("documents.file.too-large", name, LARGEST / 1024 / 1024);
        }
        AcceptedType type = AcceptedType.of(name, beginning, arriving, accepted);
        if (check != null) {
            check.look(name, arriving);
        }
        Kept kept = new Kept(HexFormat.of().formatHex(digest.digest()), size, type);
        settle(arriving, place(kept.sha256()));
        return kept;
    }

    /**
     * Opens what was kept.
     *
     * @throws UncheckedIOException when the directory lacks it: it was emptied, or it is not that of this database
     */
    InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("Content " + sha256 + " is not in " + directory, e);
        }
    }

    private Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static void settle(Path arriving, Path place) throws IOException {
        Files.createDirectories(place.getParent());
        Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException onlyOnWindows) {
            // a directory cannot be opened there, and the move is durable without
        }
    }

    private static int write(byte[] bytes, int length, FileChannel target) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
        return length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
