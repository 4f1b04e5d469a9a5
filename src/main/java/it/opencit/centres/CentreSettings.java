// SPDX-License-Identifier: EUPL-1.2
package it.opencit.centres;

/** What a centre may change of itself. Fields as in {@link Centre}. */
record CentreSettings(
        String name,
        String shortName,
        String leadBody,
        String primaryColour,
        String accentColour,
        String address,
        String phone,
        String email,
        String pec,
        String officeHours,
        String privacyText,
        String legalText,
        String accessibilityStatement,
        String accessibilityFeedback) {}
