// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link OnceFilter} inside the sign-in: a key is of who uses it. */
@Configuration(proxyBeanMethods = false)
class OnceConfiguration {

    @Bean
    static FilterRegistrationBean<OnceFilter> once(
            RepeatedRequestStore requests, TransactionOperations transaction, JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new OnceFilter(requests, transaction, json));
        registration.setOrder(0); // that of Spring Security is -100
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}
