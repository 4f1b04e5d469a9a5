// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import it.opencit.shared.database.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdTest {

    private static final String INFECTED = "X5O!P%@AP-a-signature-that-the-server-below-knows";

    @TempDir
    Path directory;

    private ServerSocket server;
    private final BlockingQueue<byte[]> asked = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    answer(client);
                } catch (IOException closed) {
                    // the test is over, or the client went away
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** As clamd does: the command, pieces with their length, an empty one at the end. */
    private void answer(Socket client) throws IOException {
        var question = new DataInputStream(client.getInputStream());
        String command = new String(question.readNBytes(10), StandardCharsets.US_ASCII);
        var file = new ByteArrayOutputStream();
        for (int length = question.readInt(); length > 0; length = question.readInt()) {
            file.write(question.readNBytes(length));
        }
        asked.add(file.toByteArray());
        String text = file.toString(StandardCharsets.ISO_8859_1);
        String verdict = !command.equals("zINSTREAM\0")
                ? "UNKNOWN COMMAND"
                : text.contains(INFECTED)
                        ? "stream: Prova.Firma FOUND"
                        : text.contains("troppo") ? "INSTREAM size limit exceeded. ERROR" : "stream: OK";
        client.getOutputStream().write((verdict + "\0").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileArrivesWholeAndOneWithoutFindingsIsKept() throws Exception {
        byte[] file = ("%PDF-1.7\n" + "riga di testo\n".repeat(20_000)).getBytes(StandardCharsets.ISO_8859_1);
        FileVault vault = vault("localhost:" + server.getLocalPort());
        var kept = vault.keep("delibera.pdf", new ByteArrayInputStream(file), AcceptedType.OF_ACTS);
        assertThat(kept.size()).isEqualTo(file.length);
        assertThat(asked.take()).isEqualTo(file);
    }

    @Test
    void anInfectedFileIsRefusedByNameAndNothingOfItStays() throws Exception {
        FileVault vault = vault("127.0.0.1:" + server.getLocalPort());
        assertThatThrownBy(() -> vault.keep("fattura.pdf", pdf(INFECTED), AcceptedType.OF_ACTS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("«fattura.pdf» contiene un virus");
        try (var left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatTheScannerCannotSayIsRefusedToo() {
        FileVault vault = vault("127.0.0.1:" + server.getLocalPort());
        assertThatThrownBy(() -> vault.keep("scansione.pdf", pdf("troppo"), AcceptedType.OF_ACTS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("«scansione.pdf» non è stato controllato");
    }

    @Test
    void aScannerThatDoesNotAnswerKeepsFilesOut() throws IOException {
        int nobody = server.getLocalPort();
        server.close();
        assertThatThrownBy(() -> vault("127.0.0.1:" + nobody).keep("delibera.pdf", pdf(""), AcceptedType.OF_ACTS))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("«delibera.pdf» non è stato controllato");
    }

    @Test
    void withoutAScannerNobodyIsAsked() {
        assertThatCode(() -> new FileVault(directory, null).keep("delibera.pdf", pdf(INFECTED), AcceptedType.OF_ACTS))
                .doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        for (String wrong : new String[] {"", "clamav", "clamav:", ":3310", "clamav:99999", "http://clamav:3310/"}) {
            assertThatThrownBy(() -> new Clamd(wrong)).as(wrong).isInstanceOf(StartRefused.class);
        }
    }

    private FileVault vault(String address) {
        return new FileVault(directory, new Clamd(address));
    }

    private static ByteArrayInputStream pdf(String words) {
        return new ByteArrayInputStream(("%PDF-1.7\n" + words).getBytes(StandardCharsets.ISO_8859_1));
    }
}
