// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the passwords of mailboxes and signs links that need no sign-in, by a key that lies in the data directory and not in
 * the database: who has only a copy of the database reads neither. All nodes of an installation share the file.
 */
@Component
class MailSecrets {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    MailSecrets(@Value("${opencit.data-directory:data}") Path directory) {
        this.file = directory.resolve("mail.key");
    }

    /** What only this installation opens again, and only for the same purpose. */
    byte[] seal(String plain, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** What was sealed; empty when the key is another, or somebody touched it. */
    Optional<String> open(byte[] sealed, String purpose) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), purpose)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** A text with its signature, fit for an address. */
    String sign(String text, String purpose) {
        return encode(text.getBytes(StandardCharsets.UTF_8)) + "." + encode(mac(text, purpose));
    }

    /** The text that was signed for a purpose; empty when the signature is not ours. */
    Optional<String> verify(String signed, String purpose) {
        int dot = signed.indexOf('.');
        if (dot < 0 || signed.length() > 500) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(signed.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, mac(text, purpose)) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] mac(String text, String purpose) {
        return hmac(derived("sign"), purpose + "\n" + text);
    }

    /** One key for each use, so that none says anything of another. */
    private byte[] derived(String use) {
        return hmac(key(), use);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Made the first time it is needed: whole or absent, readable by its owner alone. */
    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY) {
                throw new IllegalStateException(file + " is not a key: restore it from the copy of the data directory");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    private synchronized void make() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, "mail-", ".key");
        try {
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            byte[] key = new byte[KEY];
            random.nextBytes(key);
            Files.write(draft, key, StandardOpenOption.SYNC);
            link(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A link does not take the place of the key that another node has just made; where there are no links, a move. */
    private void link(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeByAnotherNode) {
            // theirs is the key
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
