// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

class NoticeCookieTest {

    private static final String PAGE = "/gestione/assistenza/ticket/12";

    private final NoticeCookie notices = new NoticeCookie();

    private Cookie left(String sentence) {
        var map = new FlashMap();
        map.put("notice", sentence);
        map.setTargetRequestPath(PAGE);
        var response = new MockHttpServletResponse();
        notices.saveOutputFlashMap(map, new MockHttpServletRequest("POST", PAGE + "/stato"), response);
        return Objects.requireNonNull(response.getCookie("avviso"));
    }

    private static MockHttpServletRequest asking(String page, Cookie cookie) {
        var request = new MockHttpServletRequest("GET", page);
        request.setCookies(cookie);
        return request;
    }

    @Test
    void aSentenceReachesThePageItIsForOnce() {
        Cookie cookie = left("Già fatto: però «così»");
        assertThat(cookie.getPath()).isEqualTo(PAGE);
        assertThat(cookie.isHttpOnly()).isTrue();
        var response = new MockHttpServletResponse();
        Map<String, Object> found = notices.retrieveAndUpdate(asking(PAGE, cookie), response);
        assertThat(found).containsOnly(Map.entry("notice", "Già fatto: però «così»"));
        Cookie taken = Objects.requireNonNull(response.getCookie("avviso"));
        assertThat(taken.getMaxAge()).isZero();
        assertThat(taken.getPath()).isEqualTo(PAGE);
    }

    @Test
    void anotherPageLeavesItWhereItIs() {
        var response = new MockHttpServletResponse();
        Map<String, Object> found = notices.retrieveAndUpdate(asking(PAGE + "/storia", left("Fatto")), response);
        assertThat(found).isNull();
        assertThat(response.getCookie("avviso")).isNull();
    }

    @Test
    void whatIsNotOursSaysNothing() {
        for (String value : new String[] {"", "###", "bm8", "WzFd", "bnVsbA"}) {
            Map<String, Object> found =
                    notices.retrieveAndUpdate(asking(PAGE, new Cookie("avviso", value)), new MockHttpServletResponse());
            assertThat(found).as(value).isNull();
        }
    }

    @Test
    void aLongSentenceIsCutToWhatABrowserKeeps() {
        Cookie cookie = left("à".repeat(5_000));
        assertThat(cookie.getValue()).hasSizeLessThan(4_000);
        Map<String, Object> found =
                Objects.requireNonNull(notices.retrieveAndUpdate(asking(PAGE, cookie), new MockHttpServletResponse()));
        assertThat(String.valueOf(found.get("notice"))).endsWith("à…").hasSize(700);
    }
}
