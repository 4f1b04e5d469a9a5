// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The outer door: pages sign in with a form and keep a session in the database, the API signs in at every call. Which
 * role may use what is declared on each controller and checked by {@link RoleCheck}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableJdbcHttpSession(tableName = "access.spring_session", maxInactiveIntervalInSeconds = 8 * 60 * 60)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. */
    @Bean
    static PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    }

    @Bean
    @Primary
    static SessionRepository<KeptSession> sessions(JdbcIndexedSessionRepository database) {
        return new KeptSessions<>(database);
    }

    /** Requests are measured as a whole: to measure each of twenty security filters costs more than some pages do. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("opencit");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }

    /** Programs: name and password at every call, and only in the demonstration until tokens exist. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, SignInProvider signIns, @Value("${opencit.demonstration}") boolean demonstration)
            throws Exception {
        http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable) // no cookie is read here, so none can be abused
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                                (_, response, _) -> response.sendError(HttpStatus.UNAUTHORIZED.value()))
                        .accessDeniedHandler((_, response, _) -> response.sendError(HttpStatus.FORBIDDEN.value())))
                .addFilterBefore(new ActorFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .permitAll());
        if (demonstration) {
            http.authenticationManager(new ProviderManager(new RecentSignIns(signIns)));
            http.httpBasic(basic -> basic.authenticationEntryPoint(
                    (_, response, _) -> response.sendError(HttpStatus.UNAUTHORIZED.value())));
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.formLogin(form -> form.loginPage("/accesso")
                        .usernameParameter("nome")
                        .passwordParameter("parola")
                        .successHandler(new AfterSignIn())
                        .failureHandler(new SignInFailed()))
                .logout(logout -> logout.logoutUrl("/uscita").logoutSuccessUrl("/accesso?uscita"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(Customizer.withDefaults())
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), geolocation=(), microphone=()")))
                // Forms of visitors: no cookie gives them any authority, and a page that is the same for all carries no
                // token.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        "/domande", "/domande/nuova", "/valutazione/**", "/eventi/*/iscrizione", "/iscrizioni/**"))
                .exceptionHandling(refusal -> refusal.accessDeniedHandler((_, response, denied) -> {
                    if (denied instanceof CsrfException) { // most often a form left open, not a role that is missing
                        response.sendError(HttpStatus.FORBIDDEN.value(), "shared.stale-form");
                    } else {
                        response.sendError(HttpStatus.FORBIDDEN.value());
                    }
                }))
                .addFilterBefore(new ActorFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/gestione/**", "/area/**", "/fornitore/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
