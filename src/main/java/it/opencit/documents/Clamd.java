// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import it.opencit.shared.Refusal;
import it.opencit.shared.database.StartRefused;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Asks ClamAV by the {@code INSTREAM} command of clamd, over TCP: the file travels in the question, so clamd may run
 * elsewhere. What it cannot answer is refused, as what it finds is: a file that was not looked into is not kept.
 */
@Component
@ConditionalOnProperty("opencit.antivirus")
class Clamd implements FileCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\s]+):(\\d{1,5})");
    private static final int CONNECTING = 3_000;

    /** Milliseconds of silence; a large archive takes seconds. */
    private static final int ANSWERING = 30_000;

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final String host;
    private final int port;

    /** @param address {@code host:port} of clamd */
    Clamd(@Value("${opencit.antivirus}") String address) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new StartRefused("opencit.antivirus è «" + address
                    + "»: scrivi l'indirizzo e la porta di clamd, per esempio localhost:3310, o togli l'impostazione.");
        }
        host = parts.group(1);
        port = Integer.parseInt(parts.group(2));
    }

    @Override
    public void look(String name, Path content) {
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            LOG.warn("The antivirus at {}:{} did not answer: {}", host, port, e.getMessage());
            throw new Refusal("documents.file.not-checked", name);
        }
        if (answer.equals("stream: OK")) {
            return;
        }
        LOG.warn("The antivirus says of a file: {}", answer);
        throw new Refusal(answer.endsWith(" FOUND") ? "documents.file.infected" : "documents.file.not-checked", name);
    }

    private String ask(Path content) throws IOException {
        try (Socket socket = new Socket();
                InputStream file = Files.newInputStream(content)) {
            socket.connect(new InetSocketAddress(host, port), CONNECTING);
            socket.setSoTimeout(ANSWERING);
            var question = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
            question.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = file.read(piece); read > 0; read = file.read(piece)) {
                question.writeInt(read);
                question.write(piece, 0, read);
            }
            question.writeInt(0);
            question.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
        }
    }
}
