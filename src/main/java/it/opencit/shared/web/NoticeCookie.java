// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the sentence that says what was done to the page that follows, in a cookie of that page alone. So an act writes
 * no session, which costs more than most acts, and a visitor who never signed in needs none to be answered.
 */
public final class NoticeCookie extends AbstractFlashMapManager {

    /** Whoever sends it has something to be told: its page is of that reader alone. */
    public static final String NAME = "avviso";

    private static final String FOR = "for";

    /** A browser keeps 4 KB: two sentences of this length fit, whatever their letters. */
    private static final int LONGEST = 700;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> SENTENCES = new TypeReference<>() {};

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(cookie.getValue());
            Map<String, String> sentences = JSON.readValue(json, SENTENCES);
            if (sentences == null) {
                return null;
            }
            var map = new FlashMap();
            map.setTargetRequestPath(sentences.remove(FOR));
            map.putAll(sentences);
            return new ArrayList<>(List.of(map));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        if (maps.isEmpty()) {
            add(response, request, "", request.getRequestURI(), Duration.ZERO);
            return;
        }
        FlashMap last = maps.getLast();
        String page = Objects.requireNonNullElse(last.getTargetRequestPath(), request.getRequestURI());
        Map<String, String> sentences = new LinkedHashMap<>(Map.of(FOR, page));
        last.forEach((name, sentence) -> sentences.put(name, shortened(String.valueOf(sentence))));
        String value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(sentences).getBytes(StandardCharsets.UTF_8));
        add(response, request, value, page, Duration.ofSeconds(getFlashMapTimeout()));
    }

    private static void add(
            HttpServletResponse response, HttpServletRequest request, String value, String page, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path(page)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
