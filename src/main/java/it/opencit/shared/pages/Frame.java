// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around the content: the centre, the person, the menu, a message from the act just done.
 *
 * @param personName {@code null} when nobody is signed in
 * @param workingFor name of the body for which a person of several works now; "" else
 * @param home where the person's work begins: {@code /gestione}, {@code /area} or {@code /}
 * @param path of the page, to mark the menu
 * @param notice message of success, shown once
 * @param warning message of failure, shown once
 * @param csrfName name of the hidden field that each form carries
 * @param csrf its value, made when a form asks for it: a page without forms needs no session
 * @param demonstration whether data are invented for demonstration, which every page says
 */
public record Frame(
        Brand brand,
        @Nullable String personName,
        @Nullable String personRole,
        String workingFor,
        String home,
        List<MenuArea> menu,
        String path,
        @Nullable String notice,
        @Nullable String warning,
        String csrfName,
        Supplier<String> csrf,
        boolean demonstration) {

    private static final ThreadLocal<@Nullable Frame> CURRENT = new ThreadLocal<>();

    /**
     * The look of a centre.
     *
     * @param style address of its style sheet
     * @param logo address of its logo, or {@code null}
     * @param accessibilityStatement whole address of its statement of accessibility; "" for none yet
     */
    public record Brand(
            String name,
            String shortName,
            String leadBody,
            String style,
            @Nullable String logo,
            String address,
            String phone,
            String email,
            String pec,
            String officeHours,
            String accessibilityStatement) {}

    /** A heading of the side menu with its lines. */
    public record MenuArea(String label, List<MenuLine> lines) {}

    /** A line of the side menu. */
    public record MenuLine(String label, String address, boolean current) {}

    /** A step of the breadcrumb; the last one has no address. */
    public record Crumb(String label, String address) {}

    /** What each form carries, to show that it comes from a page of ours. */
    public String csrfToken() {
        return csrf.get();
    }

    /** Whether the person's menu leads to an address: who may not go there is not sent. */
    public boolean leadsTo(String address) {
        return menu.stream()
                .flatMap(area -> area.lines().stream())
                .anyMatch(line -> line.address().equals(address));
    }

    /** The frame of the page that this thread renders. */
    public static Frame current() {
        Frame frame = CURRENT.get();
        if (frame == null) {
            throw new IllegalStateException("No page is being rendered");
        }
        return frame;
    }

    /** Renders within this frame. */
    public void around(Runnable rendering) {
        CURRENT.set(this);
        try {
            rendering.run();
        } finally {
            CURRENT.remove();
        }
    }
}
