// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * Where a content stands, for who edits it.
 *
 * @param address of this page
 * @param state of the latest version
 * @param standing what the public reads, in a sentence
 * @param publicAddress where the public reads it; "" when it reads nothing
 * @param preview whole address that shows the latest version to whoever has it
 * @param previewUntil until when
 * @param acts what can be done with the latest version, but for the scheduling
 * @param schedulable whether a day and an hour may be given
 * @param form of the day and the hour, with the version that was read
 * @param links of its texts that lead nowhere
 */
public record EditedContent(
        String address,
        String title,
        String kind,
        String state,
        String standing,
        String publicAddress,
        String preview,
        String previewUntil,
        List<Act> acts,
        boolean schedulable,
        FormInput form,
        List<Version> versions,
        List<Broken> links) {

    /** A step and the words of its button. */
    public record Act(String to, String label, boolean main) {}

    /**
     * A link that leads nowhere.
     *
     * @param text in which of its texts it stands
     */
    public record Broken(String state, String text, String words, String address, String reason) {}

    /**
     * A version.
     *
     * @param changes address of what changed since the one before; "" for the first
     * @param restorable whether it may become the latest again
     */
    public record Version(
            int number,
            String address,
            String when,
            String author,
            String note,
            String marks,
            String changes,
            boolean restorable) {}
}
