// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import java.time.Instant;
import java.util.List;

/**
 * A territorial service centre (CIT, CST): the tenant.
 *
 * @param host name under which its pages are found first
 * @param code of the centre and of its kit, for example {@code brescia}
 * @param leadBody the Province or Comune that runs it
 * @param provinceCodes ISTAT codes of the provinces it serves, three digits each
 * @param primaryColour of header and buttons, {@code #rrggbb}; white text on it reads well (WCAG 1.4.3)
 * @param accentColour of links and highlights, {@code #rrggbb}
 * @param hasLogo whether a logo was uploaded
 * @param accessibilityStatement whole address of the statement of accessibility made on AgID's form; "" for none yet
 * @param accessibilityFeedback mail or whole address where obstacles are told; "" when it is {@code email}
 * @param changedAt when its settings last changed: tells a browser whether what it keeps is still good
 * @param version for optimistic locking
 */
public record Centre(
        long id,
        String host,
        String code,
        String name,
        String shortName,
        String leadBody,
        List<String> provinceCodes,
        String primaryColour,
        String accentColour,
        boolean hasLogo,
        String address,
        String phone,
        String email,
        String pec,
        String officeHours,
        String privacyText,
        String legalText,
        String accessibilityStatement,
        String accessibilityFeedback,
        Instant changedAt,
        int version) {}
