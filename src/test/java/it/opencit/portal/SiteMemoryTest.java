// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.database.Acting;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class SiteMemoryTest {

    private final SiteMemory memory = new SiteMemory(Duration.ofMinutes(1));
    private final SiteMemory.Page page = new SiteMemory.Page("<p>Ciao</p>".getBytes(StandardCharsets.UTF_8), "W/\"1\"");

    @BeforeEach
    void atACentre() {
        Acting.set(new Acting(1, null));
    }

    @AfterEach
    void atNone() {
        Acting.set(null);
    }

    private static MockHttpServletRequest asked(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        memory.preHandle(
                request, response, new HandlerMethod(this, SiteMemoryTest.class.getDeclaredMethod("sitePage")));
        return response;
    }

    /** As when nobody asked for it before: it is made, then kept. */
    private void made(MockHttpServletRequest request) throws Exception {
        answer(request);
        memory.keep(request, page);
    }

    SitePage sitePage() {
        throw new IllegalStateException("Only its type is looked at");
    }

    @Test
    void aPageIsSentAgainWithoutBeingMadeAgain() throws Exception {
        made(asked("GET", "/novita"));

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEqualTo("<p>Ciao</p>");
        assertThat(answer(asked("GET", "/eventi")).getContentAsString()).isEmpty();
    }

    @Test
    void whoHasThePageIsToldThatItIsStillGood() throws Exception {
        made(asked("GET", "/novita"));
        MockHttpServletRequest again = asked("GET", "/novita");
        again.addHeader("If-None-Match", "W/\"1\"");

        assertThat(answer(again).getStatus()).isEqualTo(304);
    }

    @Test
    void anotherCentreHasPagesOfItsOwn() throws Exception {
        made(asked("GET", "/novita"));
        Acting.set(new Acting(2, null));

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEmpty();
    }

    @Test
    void whatTheStaffDoesIsSeenAtOnce() throws Exception {
        made(asked("GET", "/novita"));
        memory.afterCompletion(asked("POST", "/gestione/x"), new MockHttpServletResponse(), this, null);

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEmpty();
    }

    /** A controller as visitors use it. */
    @OpenToAll
    static final class Open {
        void rate() {}
    }

    @Test
    void whatVisitorsSendDoesNotEmptyIt() throws Exception {
        made(asked("GET", "/novita"));
        var rating = new HandlerMethod(new Open(), Open.class.getDeclaredMethod("rate"));
        memory.afterCompletion(asked("POST", "/valutazione"), new MockHttpServletResponse(), rating, null);

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEqualTo("<p>Ciao</p>");
    }

    @Test
    void aPageMadeWhileTheStaffChangedSomethingIsNotKept() throws Exception {
        MockHttpServletRequest slow = asked("GET", "/novita");
        answer(slow);
        memory.afterCompletion(asked("POST", "/gestione/x"), new MockHttpServletResponse(), this, null);
        memory.keep(slow, page);

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEmpty();
    }

    @Test
    void aPageWithASentenceForOneReaderIsNotKept() throws Exception {
        MockHttpServletRequest told = asked("GET", "/novita");
        told.setCookies(new Cookie("avviso", "x"));
        made(told);

        assertThat(answer(asked("GET", "/novita")).getContentAsString()).isEmpty();
    }
}
