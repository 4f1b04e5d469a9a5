// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Map;

/**
 * The form of a content.
 *
 * @param kind name of the kind
 * @param where what the public address begins with
 * @param theirs what somebody else saved meanwhile, by field
 */
public record ContentFormPage(
        String title,
        String kind,
        String action,
        String back,
        String where,
        FormInput form,
        Map<String, String> theirs,
        List<Option> sections,
        List<Option> projectStates,
        List<Option> pictures,
        List<Attachment> attachments) {

    /** A file that goes with the text. */
    public record Attachment(String file, String title, String name) {}

    public boolean isPage() {
        return kind.equals("PAGE");
    }

    public boolean isEvent() {
        return kind.equals("EVENT");
    }

    public boolean isProject() {
        return kind.equals("PROJECT");
    }
}
