// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import it.opencit.shared.web.NoticeCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Remembers the pages of the public site for a moment, ready to be sent: many readers at once cost as one. Whatever the staff
 * does through this process is seen at once; what it does through another, when the moment is over.
 */
@Component
class SiteMemory implements HandlerInterceptor {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int LONGEST_QUERY = 200;
    private static final String ASKED = "opencit.site-page";

    private final Cache<Key, Page> pages;
    private final Map<Long, Integer> ages = new ConcurrentHashMap<>();

    SiteMemory(@Value("${opencit.site-remembered:10s}") Duration moment) {
        this.pages = Caffeine.newBuilder()
                .expireAfterWrite(moment)
                .maximumWeight(MOST_BYTES)
                .weigher((Key _, Page page) -> page.bytes().length)
                .build();
    }

    /** @param age counts what was done at the centre: pages of before are not found any more */
    private record Key(long centre, int age, String host, String language, String path, String query) {}

    /** A page as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the memory to the response, never compared
    record Page(byte[] bytes, String tag) {

        void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.ETAG, tag);
            if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!isSite(handler)) {
            return true;
        }
        Key key = key(request);
        Page page = key == null ? null : pages.getIfPresent(key);
        if (page == null) {
            request.setAttribute(ASKED, key);
            return true;
        }
        page.send(request, response);
        return false;
    }

    /**
     * A page that was just made, and that anybody who asks for it may read. It is kept as of when it was asked for: what the
     * staff did while it was made may not be in it.
     */
    void keep(HttpServletRequest request, Page page) {
        if (request.getAttribute(ASKED) instanceof Key key) {
            pages.put(key, page);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Acting acting = Acting.current();
        if (acting != null
                && !isOfVisitors(handler)
                && !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD")) {
            ages.merge(acting.centre(), 1, Integer::sum);
        }
    }

    /** What people without an account send changes no page: else whoever sends forms without end would empty the memory. */
    private static boolean isOfVisitors(Object handler) {
        return handler instanceof HandlerMethod method && method.getBeanType().isAnnotationPresent(OpenToAll.class);
    }

    private static boolean isSite(Object handler) {
        return handler instanceof HandlerMethod method && method.getReturnType().getParameterType() == SitePage.class;
    }

    /** {@code null} for what is answered to one reader only: the sentence about an act just done travels in a cookie. */
    private @Nullable Key key(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        boolean told = WebUtils.getCookie(request, NoticeCookie.NAME) != null;
        if (told || !request.getMethod().equals("GET") || query.length() > LONGEST_QUERY) {
            return null;
        }
        long centre = Acting.currentCentre();
        return new Key(
                centre,
                ages.getOrDefault(centre, 0),
                request.getServerName(),
                LanguageFilter.language(request).tag(),
                request.getRequestURI(),
                query);
    }
}
