// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import it.opencit.shared.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@OpenCitTest
class RoleCheckTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void everyPageAndEndpointDeclaresWhoMayUseIt() {
        assertThat(ours()).isNotEmpty();
        assertThat(ours().stream()
                        .filter(mapping -> RoleCheck.demandOf(mapping.handler()) == null)
                        .map(mapping -> mapping.info() + " " + mapping.handler()))
                .isEmpty();
    }

    @Test
    void everyPageAndEndpointRefusesEveryRoleThatItDoesNotName() throws Exception {
        List<String> open = new ArrayList<>();
        for (Mapping mapping : ours()) {
            if (!(RoleCheck.demandOf(mapping.handler()) instanceof RoleCheck.Demand.OneOf(Role[] allowed))) {
                continue;
            }
            for (Role role : Role.values()) {
                if (Set.of(allowed).contains(role)) {
                    continue;
                }
                int status = web.perform(MockMvcRequestBuilders.request(mapping.method(), mapping.address())
                                .with(
                                        role == Role.REFERENTE
                                                ? cast.referente(1, Cast.BRESCIA)
                                                : cast.with(role, Cast.BRESCIA)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                if (status != 403) {
                    open.add(role + " got " + status + " from " + mapping.method() + " " + mapping.address());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void nobodyIsSentToSignIn() throws Exception {
        web.perform(get("/gestione").with(cast.nobody(Cast.BRESCIA)))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/accesso"));
    }

    @Test
    void aSignInIsWorthNothingAtAnotherCentre() throws Exception {
        web.perform(get("/gestione").with(cast.coordinatore(Cast.BRESCIA)).with(request -> {
                    request.setServerName("lecco.localhost");
                    return request;
                }))
                .andExpect(redirectedUrl("/accesso"));
    }

    private record Mapping(RequestMappingInfo info, HandlerMethod handler) {
        HttpMethod method() {
            return info.getMethodsCondition().getMethods().stream()
                    .findFirst()
                    .map(RequestMethod::asHttpMethod)
                    .orElse(HttpMethod.GET);
        }

        String address() {
            return info.getPatternValues()
                    .iterator()
                    .next()
                    .replaceAll("\\{format}", "csv")
                    .replaceAll("\\{[^}]+}", "1");
        }
    }

    private List<Mapping> ours() {
        return mappings.getHandlerMethods().entrySet().stream()
                .map(entry -> new Mapping(entry.getKey(), entry.getValue()))
                .filter(mapping -> RoleCheck.isOurs(mapping.handler()))
                .toList();
    }
}
