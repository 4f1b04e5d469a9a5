// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands with an event.
 *
 * @param state in a sentence
 * @param giveUp where the place is given up; {@code null} when there is nothing to give up
 */
public record SiteOwnEnrolment(
        Shell shell,
        String state,
        String event,
        String address,
        List<SiteContent.Fact> facts,
        @Nullable String giveUp) {}
