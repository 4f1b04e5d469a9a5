// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.cast.OpenCitTest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every address leads to the handler that Spring alone would have found. */
@OpenCitTest
class PrefixedHandlerMappingTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping ours;

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void everyAddressFindsWhatSpringFinds() throws Exception {
        var springs = new RequestMappingHandlerMapping();
        springs.setApplicationContext(context);
        springs.setEmbeddedValueResolver(new EmbeddedValueResolver(context.getBeanFactory()));
        springs.setContentNegotiationManager(Objects.requireNonNull(ours.getContentNegotiationManager()));
        springs.afterPropertiesSet();
        Map<String, String> different = new TreeMap<>();
        int tried = 0;

        for (RequestMappingInfo info : ours.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    for (String variable : new String[] {"7", "parola", "2026", "a%20b"}) {
                        String path = pattern.replaceAll("\\{\\*[^}]*}", "/" + variable)
                                .replaceAll("\\{[^}]*}", variable)
                                .replace("**", variable);
                        String found = handler(ours, method, path);
                        String expected = handler(springs, method, path);
                        tried++;
                        if (!found.equals(expected)) {
                            different.put(method + " " + path, found + " instead of " + expected);
                        }
                    }
                }
            }
        }

        assertThat(different).isEmpty();
        assertThat(tried).isGreaterThan(2000);
    }

    private static String handler(RequestMappingHandlerMapping mapping, RequestMethod method, String path) {
        var request = new MockHttpServletRequest(method.name(), path);
        request.addHeader("Accept", "text/html,application/json,*/*");
        ServletRequestPathUtils.parseAndCache(request);
        try {
            @Nullable HandlerExecutionChain chain = mapping.getHandler(request);
            return chain == null
                    ? "none"
                    : ((HandlerMethod) chain.getHandler()).getMethod().toString();
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }
}
