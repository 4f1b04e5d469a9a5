// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes what a controller returns, a typed template, to the response; the page is whole before its first byte leaves. */
@Component
public class PageWriter implements HandlerMethodReturnValueHandler {

    private final FrameSource frames;

    PageWriter(FrameSource frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        Class<?> type = returned.getParameterType();
        return JteModel.class.isAssignableFrom(type) || type == Answer.class;
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
        if (request == null || response == null) {
            throw new IllegalStateException("Pages are served over HTTP only");
        }
        switch (returned) {
            case JteModel page -> write(page, null, request, response);
            case Answer(JteModel page, HttpStatus status) -> write(page, status, request, response);
            case null, default -> throw new IllegalStateException("A page was expected, got " + returned);
        }
    }

    /** Renders a page; a {@code null} status leaves the one that the response has. */
    public void write(
            JteModel page, @Nullable HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new Utf8ByteOutput();
        frames.of(request).around(() -> page.render(output));
        if (status != null) {
            response.setStatus(status.value());
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // At once: each of its hundreds of pieces would go through every filter's stream by itself.
        var whole = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(whole);
        response.setContentLength(whole.size());
        whole.writeTo(response.getOutputStream());
    }
}
