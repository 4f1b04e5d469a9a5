// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through when the person holds a role that the page or endpoint declares; what declares none is closed. */
final class RoleCheck implements HandlerInterceptor {

    /** What a handler declares. */
    sealed interface Demand {
        record Nothing() implements Demand {}

        record OneOf(Role... roles) implements Demand {}
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        boolean allowed =
                switch (demandOf(method)) {
                    case Demand.Nothing _ -> true;
                    case Demand.OneOf(Role[] roles) -> {
                        SignedIn person = person();
                        yield person != null && person.isOneOf(roles);
                    }
                    case null -> false;
                };
        if (!allowed) {
            throw new AccessDeniedException("Not allowed: " + method);
        }
        return true;
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("it.opencit");
    }

    /** The declaration on the method, else on its class; {@code null} when there is none. */
    static @Nullable Demand demandOf(HandlerMethod method) {
        for (var element : new AnnotatedElement[] {method.getMethod(), method.getBeanType()}) {
            AllowedTo allowed = AnnotatedElementUtils.findMergedAnnotation(element, AllowedTo.class);
            if (allowed != null) {
                return new Demand.OneOf(allowed.value());
            }
            if (AnnotatedElementUtils.hasAnnotation(element, OpenToAll.class)) {
                return new Demand.Nothing();
            }
        }
        return null;
    }

    static @Nullable SignedIn person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person : null;
    }
}
