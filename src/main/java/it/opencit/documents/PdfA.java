// SPDX-License-Identifier: EUPL-1.2
package it.opencit.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRRuntimeException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Prints a page as PDF/A-2a, tagged as PDF/UA-1 asks: it can be archived for good (ISO 19005-2) and read aloud.
 *
 * <p>Letters are those of Titillium Web, embedded; an image is written in the page itself ({@code data:}), since nothing
 * is ever fetched.
 */
public final class PdfA {

    private static final byte[] REGULAR = resource("/fonts/TitilliumWeb-Regular.ttf");
    private static final byte[] ITALIC = resource("/fonts/TitilliumWeb-Italic.ttf");
    private static final byte[] SEMI_BOLD = resource("/fonts/TitilliumWeb-SemiBold.ttf");
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private PdfA() {}

    /**
     * Prints one page of XHTML, usually made with {@code @template.documents.sheet}.
     *
     * @param xhtml well-formed, with {@code lang}, {@code <title>} and a {@code <meta name="description">}: a document for
     *     everybody has all three
     * @throws IllegalArgumentException when it is not well-formed: a defect of the template
     */
    public static byte[] print(String xhtml) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(SRGB)
                    .useFont(from(REGULAR), "Titillium Web", 400, FontStyle.NORMAL, true)
                    .useFont(from(ITALIC), "Titillium Web", 400, FontStyle.ITALIC, true)
                    .useFont(from(SEMI_BOLD), "Titillium Web", 700, FontStyle.NORMAL, true)
                    .useExternalResourceAccessControl(
                            (uri, kind) -> uri.startsWith("data:"),
                            ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withProducer("OpenCIT")
                    .withHtmlContent(xhtml, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException | XRRuntimeException e) {
            throw new IllegalArgumentException("A page that cannot be printed", e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> from(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = PdfA.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
