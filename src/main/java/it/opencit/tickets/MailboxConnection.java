// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;

/** An open mailbox, read without a trace: nothing is marked, moved or deleted there. */
final class MailboxConnection implements AutoCloseable {

    private static final String PATIENCE = "20000"; // milliseconds

    private final Store store;
    private final Folder folder;

    private MailboxConnection(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** A message as it came, or only its headers when it is too large. */
    record Fetched(long uid, Instant received, long size, boolean whole, byte[] raw) {}

    static MailboxConnection open(Mailbox mailbox, String secret) throws MessagingException {
        boolean tls = mailbox.security() == MailboxSecurity.TLS;
        String protocol = tls ? "imaps" : "imap";
        Properties settings = new Properties();
        String prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "connectiontimeout", PATIENCE);
        settings.setProperty(prefix + "timeout", PATIENCE);
        settings.setProperty(prefix + "writetimeout", PATIENCE);
        settings.setProperty(prefix + "peek", "true");
        settings.setProperty(prefix + "fetchsize", Integer.toString(1024 * 1024));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (mailbox.security() == MailboxSecurity.STARTTLS) {
            settings.setProperty(prefix + "starttls.enable", "true");
            settings.setProperty(prefix + "starttls.required", "true");
        }
        Store store = Session.getInstance(settings).getStore(protocol);
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), secret);
            Folder folder = store.getFolder(mailbox.folder());
            folder.open(Folder.READ_ONLY);
            return new MailboxConnection(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The number that changes when the server gives new numbers to its messages (RFC 9051, 2.3.1.1). */
    long validity() throws MessagingException {
        return ((UIDFolder) folder).getUIDValidity();
    }

    int size() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Messages after a number, in the order of their numbers, nothing of them read yet but number, date and size. */
    List<Message> after(long uid) throws MessagingException {
        Message[] found = ((UIDFolder) folder).getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.ENVELOPE); // with it come date and size
        folder.fetch(found, profile);
        // A server that has nothing more answers with its last message, as the protocol wants.
        return Arrays.stream(found).filter(message -> uidOf(message) > uid).toList();
    }

    long uidOf(Message message) {
        try {
            return ((UIDFolder) folder).getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message; one that the server cannot give is kept by what little there is, so that it does not stop the others. */
    Fetched fetch(Message message, int largest) throws MessagingException {
        Instant received = message.getReceivedDate() == null
                ? Instant.EPOCH
                : message.getReceivedDate().toInstant();
        long size = message.getSize();
        long uid = uidOf(message);
        if (size <= largest) {
            try {
                Limited raw = new Limited(largest);
                message.writeTo(raw);
                if (!raw.isFull()) {
                    return new Fetched(uid, received, raw.size(), true, raw.toByteArray());
                }
            } catch (FolderClosedException | StoreClosedException e) {
                throw e; // the connection is gone, not the message
            } catch (MessagingException | IOException e) {
                return new Fetched(uid, received, Math.max(size, 0), false, new byte[0]);
            }
        }
        return new Fetched(uid, received, size, false, headers(message));
    }

    private static byte[] headers(Message message) throws MessagingException {
        StringBuilder headers = new StringBuilder();
        for (Header header : Collections.list(message.getAllHeaders())) {
            if (headers.length() < 200_000) {
                headers.append(header.getName())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
        }
        return headers.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Why a mailbox cannot be read, to whoever can mend it. */
    static String why(Throwable failure, Mailbox mailbox) {
        Throwable cause = failure;
        boolean untrusted = false;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            untrusted = untrusted || cause instanceof SSLException;
        }
        String server = mailbox.host() + ":" + mailbox.port();
        if (failure instanceof AuthenticationFailedException) {
            return "Il server " + server + " non accetta l'utente e la parola d'ordine: controllali.";
        }
        if (failure instanceof FolderNotFoundException) {
            return "Nella casella non c'è la cartella «" + mailbox.folder() + "»: controlla come si chiama.";
        }
        if (untrusted) {
            return "La connessione protetta con " + server
                    + " non riesce: controlla la sicurezza scelta e che il certificato del server sia valido.";
        }
        return switch (cause) {
            case java.net.UnknownHostException _ ->
                "Il server «" + mailbox.host() + "» non si trova: controlla il nome.";
            case java.net.ConnectException _ ->
                "Il server " + server + " non risponde: controlla nome, porta e sicurezza.";
            case java.net.SocketTimeoutException _ ->
                "Il server " + server + " tarda a rispondere: controlla porta e sicurezza.";
            default -> "La casella su " + server + " non si legge: " + cause.getMessage();
        };
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }

    /** Keeps no more than it may, also when the server said less than it sends. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int largest;
        private boolean full;

        Limited(int largest) {
            this.largest = largest;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            full = full || kept.size() + length > largest;
            if (!full) {
                kept.write(bytes, from, length);
            }
        }

        boolean isFull() {
            return full;
        }

        int size() {
            return kept.size();
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
