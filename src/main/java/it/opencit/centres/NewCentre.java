// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

import java.util.List;

/** What founds a centre: the facts of its kit and the host names that lead to it. Fields as in {@link Centre}. */
public record NewCentre(
        String code,
        String name,
        String shortName,
        String leadBody,
        List<String> provinceCodes,
        String primaryColour,
        String accentColour,
        String address,
        String phone,
        String email,
        String pec,
        String officeHours,
        String privacyText,
        String legalText,
        List<String> hosts) {}
