// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.HandlerInterceptor;

/** Who has several bodies chooses the one it works for before any page of the area. */
final class BodyFirst implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        SignedIn person = RoleCheck.person();
        if (person == null || !person.isToChooseBody() || WorkingBody.ADDRESS.equals(request.getRequestURI())) {
            return true;
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean again = request.getMethod().equals("GET"); // what was sent cannot be sent again
        response.sendRedirect(
                WorkingBody.ADDRESS + (again ? "?poi=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
        return false;
    }
}
