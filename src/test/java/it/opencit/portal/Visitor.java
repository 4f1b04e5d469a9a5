// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import it.opencit.cast.Cast;
import it.opencit.cast.MovingClock;
import it.opencit.centres.Centres;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Somebody who reads the public site of a centre: no account, no session, no token but those of the forms; an address of its own. */
final class Visitor {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final MockMvc web;
    private final Cast cast;
    private final MovingClock clock;
    private final JdbcClient jdbc;
    private final Centres centres;
    private final String centre;
    private final int number = NUMBER.incrementAndGet();

    Visitor(MockMvc web, Cast cast, MovingClock clock, JdbcClient jdbc, Centres centres, String centre) {
        this.web = web;
        this.cast = cast;
        this.clock = clock;
        this.jdbc = jdbc;
        this.centres = centres;
        this.centre = centre;
        cast.centre(centre);
    }

    String email() {
        return "lucia" + number + "@esempio.it";
    }

    void withPrivacyText() {
        cast.at(centre, () -> {
            jdbc.sql(
                            "update centres.centre set privacy_text = 'I dati servono a rispondere.' where id = opencit.current_centre()")
                    .update();
            centres.answerAt("z" + number + "." + centre + ".test"); // what was known of the centre is forgotten
        });
    }

    ResultActions reads(String path) throws Exception {
        return sends(get(path), "198.51.100." + number);
    }

    ResultActions posts(String path, String... namesAndValues) throws Exception {
        return postsFrom("198.51.100." + number, path, namesAndValues);
    }

    /** @param network address from which it comes */
    ResultActions postsFrom(String network, String path, String... namesAndValues) throws Exception {
        var request = post(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return sends(request, network);
    }

    /** The token of a form that was looked at long enough. */
    String token(String path) throws Exception {
        String token = found(page(reads(path)), "name=\"modulo\" value=\"([^\"]+)\"");
        clock.moveTo(clock.instant().plusSeconds(4));
        return token;
    }

    String text(String sql) {
        return cast.at(
                centre,
                () -> jdbc.sql(sql)
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list()
                        .getFirst());
    }

    long count(String table) {
        return Long.parseLong(text("select count(*) from " + table));
    }

    static String page(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
        return matcher.group(1);
    }

    private ResultActions sends(AbstractMockHttpServletRequestBuilder<?> request, String network) throws Exception {
        return web.perform(request.with(one -> {
            one.setServerName(centre + ".localhost");
            one.setRemoteAddr(network);
            return one;
        }));
    }
}
