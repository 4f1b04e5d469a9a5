// SPDX-License-Identifier: EUPL-1.2
package it.opencit.access;

import it.opencit.centres.Centre;
import it.opencit.shared.access.MenuEntry;
import it.opencit.shared.pages.Frame;
import it.opencit.shared.pages.FrameSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts together the frame of a page: the centre by host name, the person signed in, the menu for its roles. */
@Component
class FrameOfRequest implements FrameSource {

    /** Even its name would be asked of the token, which makes a session to keep it. */
    private static final String CSRF_FIELD = "_csrf";

    private final List<MenuEntry> entries;
    private final boolean demonstration;

    FrameOfRequest(List<MenuEntry> entries, @Value("${opencit.demonstration}") boolean demonstration) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.demonstration = demonstration;
    }

    @Override
    public Frame of(HttpServletRequest request) {
        if (!(request.getAttribute(CentreFilter.CENTRE) instanceof Centre centre)) {
            throw new IllegalStateException("A page without a centre: " + request.getRequestURI());
        }
        SignedIn person = RoleCheck.person();
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                brand(centre),
                person == null ? null : person.displayName(),
                person == null
                        ? null
                        : person.roles().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                                .label(),
                person == null ? "" : person.body(),
                person == null ? "/" : person.home(),
                person == null ? List.of() : menu(person, request.getRequestURI()),
                request.getRequestURI(),
                sentence(flash, "notice"),
                sentence(flash, "warning"),
                CSRF_FIELD,
                csrf == null ? () -> "" : csrf::getToken,
                demonstration);
    }

    private static @Nullable String sentence(@Nullable Map<String, ?> flash, String name) {
        Object value = flash == null ? null : flash.get(name);
        return value == null ? null : value.toString();
    }

    private List<Frame.MenuArea> menu(SignedIn person, String path) {
        String current = entries.stream()
                .map(MenuEntry::address)
                .filter(address -> path.equals(address) || !isHome(address) && path.startsWith(address + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        Map<String, List<Frame.MenuLine>> areas = new LinkedHashMap<>();
        for (MenuEntry entry : entries) {
            if (entry.roles().stream().anyMatch(person.roles()::contains)) {
                areas.computeIfAbsent(entry.area(), _ -> new ArrayList<>())
                        .add(new Frame.MenuLine(
                                entry.label(), entry.address(), entry.address().equals(current)));
            }
        }
        return areas.entrySet().stream()
                .map(area -> new Frame.MenuArea(area.getKey(), area.getValue()))
                .toList();
    }

    /** The first page of an area stands above all others, but is not where they belong. */
    private static boolean isHome(String address) {
        return address.lastIndexOf('/') == 0;
    }

    private static Frame.Brand brand(Centre centre) {
        String version = centre.id() + "-" + centre.version();
        return new Frame.Brand(
                centre.name(),
                centre.shortName(),
                centre.leadBody(),
                "/aspetto/" + version + ".css",
                centre.hasLogo() ? "/aspetto/" + version + "/logo" : null,
                centre.address(),
                centre.phone(),
                centre.email(),
                centre.pec(),
                centre.officeHours(),
                centre.accessibilityStatement());
    }
}
