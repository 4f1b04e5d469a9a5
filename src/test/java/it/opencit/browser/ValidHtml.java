// SPDX-License-Identifier: EUPL-1.2
package it.opencit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.InputSource;

/** The Nu validator on a page as the server sends it: the HTML that browsers mend in silence is a fault here. */
final class ValidHtml {

    private static final String HTML5 = "http://s.validator.nu/html5-all.rnc";

    private ValidHtml() {}

    static void check(String address, String html) {
        var found = new ByteArrayOutputStream();
        var source = new SourceCode();
        var errors = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, true, new TextMessageEmitter(found, false));
        errors.setErrorsOnly(true);
        try {
            var validator = new SimpleDocumentValidator(true, false, false);
            validator.setUpMainSchema(HTML5, new SystemErrErrorHandler());
            validator.setUpValidatorAndParsers(errors, true, false);
            errors.start(null);
            var page = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            page.setEncoding("UTF-8");
            validator.checkHtmlInputSource(page);
            errors.end("", "", "");
        } catch (Exception e) { // the library declares it bare
            throw new IllegalStateException("The validator failed on " + address, e);
        }
        assertThat(found.toString(StandardCharsets.UTF_8))
                .as("Nu validator on %s", address)
                .isBlank();
    }
}
