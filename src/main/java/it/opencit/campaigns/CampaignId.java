// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a campaign within its centre. */
public record CampaignId(long value) {

    @JsonCreator
    public static CampaignId of(long value) {
        return new CampaignId(value);
    }

    @JsonCreator
    static CampaignId ofText(String text) {
        return valueOf(text);
    }

    /** Reads the number of a page address or of a form: the converter that Spring MVC finds by itself. */
    public static CampaignId valueOf(String text) {
        return new CampaignId(Long.parseLong(text));
    }

    /** As the API writes it: a text, so that a program never counts with it. */
    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
