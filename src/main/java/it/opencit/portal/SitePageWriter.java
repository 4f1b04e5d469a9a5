// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.output.Utf8ByteOutput;
import it.opencit.shared.pages.FrameSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes the public pages: whole before their first byte leaves, with a tag by which a browser knows that nothing changed. */
@Component
class SitePageWriter implements HandlerMethodReturnValueHandler {

    private final FrameSource frames;
    private final SiteMemory memory;

    SitePageWriter(FrameSource frames, SiteMemory memory) {
        this.memory = memory;
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType() == SitePage.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest webRequest)
            throws IOException {
        container.setRequestHandled(true);
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        var response = webRequest.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || !(returned instanceof SitePage page)) {
            throw new IllegalStateException("A page was expected, got " + returned);
        }
        write(page, request, response);
    }

    private void write(SitePage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        frames.of(request).around(() -> page.page().render(output));
        var bytes = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(bytes);
        if (page.shared()) {
            var whole = new SiteMemory.Page(bytes.toByteArray(), tag(bytes.toByteArray()));
            memory.keep(request, whole);
            whole.send(request, response);
            return;
        }
        response.setStatus(page.status().value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(bytes.size());
        bytes.writeTo(response.getOutputStream());
    }

    /** A weak tag: the server may compress what it names. */
    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
