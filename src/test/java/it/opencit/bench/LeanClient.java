// SPDX-License-Identifier: EUPL-1.2
package it.opencit.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that keeps its connection and costs next to nothing: it shares the processors with what it measures.
 * Reads answers that tell their length, as all pages do.
 */
final class LeanClient {

    private final int port;
    private final String common;
    private Socket socket;
    private InputStream input;

    /** @param cookie of who is signed in; "" for nobody */
    LeanClient(int port, String host, String cookie) throws IOException {
        this.port = port;
        this.common = " HTTP/1.1\r\nHost: " + host + "\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n");
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** @return status of the answer, whose body is read and forgotten */
    int get(String address) throws IOException {
        return send("GET " + address + common + "\r\n");
    }

    /** @param form encoded as a browser does */
    int post(String address, String form) throws IOException {
        return send("POST " + address + common + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form);
    }

    private int send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = -1;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
            last |= header.equalsIgnoreCase("connection: close");
        }
        if (length < 0) {
            throw new IOException("An answer without a length: " + status);
        }
        input.skipNBytes(length);
        if (last) {
            socket.close();
            connect();
        }
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("The program closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
