// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.pages;

import it.opencit.shared.forms.FormInput;
import java.util.List;

/**
 * What can be done with something that is published in versions, shown by the template {@code shared/publication}.
 *
 * @param address of the page, below which its acts are: {@code /stato}, {@code /versioni}, {@code /differenze}
 * @param acts what can be done with the latest version, but for the scheduling
 * @param schedulable whether a day and an hour may be given
 * @param form of the day and the hour, with the version that was read
 */
public record Publication(String address, List<Act> acts, boolean schedulable, FormInput form, List<Version> versions) {

    public Publication {
        acts = List.copyOf(acts);
        versions = List.copyOf(versions);
    }

    /** A step and the words of its button. */
    public record Act(String to, String label, boolean main) {}

    /**
     * A version.
     *
     * @param marks what is special with it, such as that the public reads it; "" for nothing
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

    /** The line of a version, from the pages below {@code address}. */
    public static Version version(
            int number, String address, String when, String author, String note, boolean read, boolean latest) {
        String marks = read && latest
                ? "la legge il pubblico, l'ultima"
                : read ? "la legge il pubblico" : latest ? "l'ultima" : "";
        return new Version(
                number,
                address + "/versioni/" + number,
                when,
                author,
                note,
                marks,
                number == 1 ? "" : address + "/differenze?da=" + (number - 1) + "&a=" + number,
                !latest);
    }
}
