// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.SiteText;
import java.io.IOException;
import java.io.InputStream;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SiteTextTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("site_en").keySet()).isEqualTo(texts("site").keySet());
    }

    /** A text with as many places as its translation: what is put in one is put in the other. */
    @Test
    void translationsAskForTheSameArguments() throws IOException {
        Properties italian = texts("site");
        Properties english = texts("site_en");
        for (String key : italian.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(italian.getProperty(key)));
        }
    }

    @Test
    void numbersAndDatesAreWrittenAsTheLanguageWants() {
        assertThat(SiteText.in(Language.ITALIAN).get("search.found", 1, "pec")).isEqualTo("Un risultato per «pec».");
        assertThat(SiteText.in(Language.ENGLISH).get("search.found", 3, "pec")).isEqualTo("3 results for \"pec\".");
        assertThat(SiteText.in(Language.ITALIAN).day(java.time.LocalDate.of(2026, 12, 3)))
                .isEqualTo("3 dicembre 2026");
    }

    private static int places(String text) {
        return text.contains("{0}") || text.contains("{0,")
                ? new MessageFormat(text).getFormatsByArgumentIndex().length
                : 0;
    }

    private static Properties texts(String name) throws IOException {
        var properties = new Properties();
        try (InputStream in = SiteTextTest.class.getResourceAsStream("/messages/" + name + ".properties")) {
            properties.load(in);
        }
        return properties;
    }
}
