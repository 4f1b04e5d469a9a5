// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import it.opencit.shared.Messages;
import it.opencit.shared.database.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a writing call of the API count once: with the same {@code Idempotency-Key} its first answer is given again.
 *
 * <p>Key, work and answer are one transaction, so that nothing can happen between them; a call that was refused leaves no
 * trace and may be mended and sent again with the same key. A key with another request is refused, so that a mistake of
 * the caller does not pass for success.
 */
class OnceFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LARGEST_BODY = 25 * 1024 * 1024;

    private final RepeatedRequestStore requests;
    private final TransactionOperations transaction;
    private final JsonMapper json;

    OnceFilter(RepeatedRequestStore requests, TransactionOperations transaction, JsonMapper json) {
        this.requests = requests;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Acting acting = Acting.current();
        return request.getHeader(HEADER) == null
                || !request.getRequestURI().startsWith("/api/")
                || request.getMethod().equals("GET")
                || acting == null
                || acting.actor() == null; // who has not signed in is refused further on
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            refuse(response, HttpStatus.BAD_REQUEST, "shared.key.length");
            return;
        }
        // Files are read by the server itself, once: of those calls the address and the length tell them apart.
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        byte[] body = files
                ? Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8)
                : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpStatus.CONTENT_TOO_LARGE, "shared.too-large");
            return;
        }
        var wrapped = new ContentCachingResponseWrapper(response);
        String digest = digest(request, body);
        try {
            Boolean done = transaction.execute(status ->
                    work(status, key, digest, files ? request : new ReadAgain(request, body), wrapped, chain));
            if (Boolean.TRUE.equals(done)) {
                wrapped.copyBodyToResponse();
            } else {
                answerAgain(key, digest, response);
            }
        } catch (Wrapped wrappedFailure) {
            wrappedFailure.rethrow();
        }
    }

    /** The work of a new key; {@code false} when the key is known. */
    private boolean work(
            TransactionStatus status,
            String key,
            String digest,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        Optional<Long> taken = requests.take(key, digest, Instant.now().minus(KEPT));
        if (taken.isEmpty()) {
            return false;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException failure) {
            throw new Wrapped(failure);
        }
        if (response.getStatus() >= 400 || status.isRollbackOnly()) {
            status.setRollbackOnly();
        } else {
            requests.answered(
                    taken.get(),
                    response.getStatus(),
                    response.getContentType(),
                    response.getHeader(HttpHeaders.LOCATION),
                    response.getContentAsByteArray());
        }
        return true;
    }

    private void answerAgain(String key, String digest, HttpServletResponse response) throws IOException {
        Optional<RepeatedRequest> found = transaction.execute(_ -> requests.find(key));
        RepeatedRequest known = found == null ? null : found.orElse(null);
        if (known == null) {
            refuse(response, HttpStatus.CONFLICT, "shared.changed-meanwhile");
            return;
        }
        if (!known.digest().equals(digest)) {
            refuse(response, HttpStatus.UNPROCESSABLE_CONTENT, "shared.key.other-request");
            return;
        }
        Integer status = known.status();
        response.setStatus(status == null ? HttpStatus.NO_CONTENT.value() : status);
        response.setHeader("Idempotency-Replayed", "true");
        if (known.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, known.location());
        }
        byte[] answer = known.answer();
        if (answer != null && answer.length > 0) {
            response.setContentType(known.contentType());
            response.getOutputStream().write(answer);
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String key) throws IOException {
        ProblemDetail problem = ApiRefusals.problem(status, Messages.text(key));
        problem.setProperty("field", HEADER);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            sha.update((request.getMethod() + ' ' + request.getRequestURI() + '?' + (query == null ? "" : query) + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A failure of the work on its way through the transaction, which is undone by it. */
    private static final class Wrapped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrapped(Exception cause) {
            super(cause);
        }

        void rethrow() throws ServletException, IOException {
            switch (getCause()) {
                case ServletException failure -> throw failure;
                case IOException failure -> throw failure;
                case null, default -> throw this;
            }
        }
    }

    /** The request, whose body was read to know it, to be read again. */
    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Read at once, not as it comes");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
