// SPDX-License-Identifier: EUPL-1.2
package it.opencit.cast;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** A real mail server for tests, to which the program under test sends; a test that needs it starts and stops it. */
public final class MailServer {

    static final int PORT = freePort();

    private MailServer() {}

    /** A server that takes mail until it is stopped. */
    public static GreenMail start() {
        var server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** A server that takes mail by SMTP as {@link #start} does, and gives it by IMAP on ports of its own. */
    public static GreenMail startWithMailboxes() {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
        });
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
