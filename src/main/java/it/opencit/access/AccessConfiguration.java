// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every handler passes the role check; a controller may take the person signed in as a parameter. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    @Bean
    static MenuEntry homeEntry() {
        return MenuEntry.of(
                "Centro",
                "Bacheca",
                "/gestione",
                0,
                Role.COORDINATORE,
                Role.AMMINISTRATIVO,
                Role.OPERATORE,
                Role.REDATTORE);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleCheck());
        registry.addInterceptor(new BodyFirst()).addPathPatterns("/area", "/area/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == SignedIn.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                SignedIn person = RoleCheck.person();
                if (person == null) {
                    throw new AccessDeniedException("Nobody is signed in");
                }
                return person;
            }
        });
        // Who is signed in is no parameter: the description of the API must not ask for it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
    }
}
