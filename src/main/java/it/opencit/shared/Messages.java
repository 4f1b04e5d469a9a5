// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The Italian sentences a person reads, kept in {@code messages/<capability>.properties}. */
public final class Messages {

    private Messages() {}

    /**
     * The sentence for a key such as {@code tariffs.band.hole}; the part before the first dot names the file.
     * Numbers among the arguments are written the Italian way.
     *
     * @throws java.util.MissingResourceException when there is no such key: a defect of ours
     */
    public static String text(String key, Object... arguments) {
        String capability = key.substring(0, key.indexOf('.'));
        ResourceBundle bundle = ResourceBundle.getBundle("messages/" + capability, Locale.ROOT);
        return new MessageFormat(bundle.getString(key), Locale.ITALY).format(arguments);
    }
}
