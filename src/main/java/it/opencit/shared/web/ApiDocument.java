// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The names of what {@code /api/v1/openapi.json} describes. By its simple name alone the {@code Page} of one resource would
 * take the place of all the others: a record within another has the name of both, as {@code ApiOrganizationPage}.
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE) // those that come after are asked before
    ModelResolver namedModels() {
        var resolver = new ModelResolver(Json31.mapper(), new WholeNames());
        resolver.openapi31(true);
        return resolver;
    }

    private static final class WholeNames extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
        }
    }
}
