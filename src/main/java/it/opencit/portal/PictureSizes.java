// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import it.opencit.shared.Refusal;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.apache.tika.Tika;

/**
 * Makes of an uploaded file the sizes in which a picture is shown, as WebP. Nothing else of the file stays: neither where the
 * photograph was taken nor what somebody hid in it.
 */
final class PictureSizes {

    /** In bytes: what a camera or a telephone makes stays below. */
    static final int LARGEST = 12 * 1024 * 1024;

    /** Pixels that are decoded at most: four bytes of memory each. */
    static final long MOST_PIXELS = 30_000_000;

    static final int LONGEST_SIDE = 16_000;

    private static final List<Integer> WIDTHS = List.of(320, 640, 1280);
    private static final float QUALITY = 0.8f;
    private static final Tika TIKA = new Tika();
    private static final Map<String, String> FORMATS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif", "image/webp", "webp");

    // Not asked of the register of ImageIO, which knows what the thread that first used it could see.
    private static final WebPImageReaderSpi WEBP_READER = new WebPImageReaderSpi();
    private static final WebPImageWriterSpi WEBP_WRITER = new WebPImageWriterSpi();

    /** One at a time: a picture being decoded takes a good part of the memory of a small installation. */
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private PictureSizes() {}

    /** One size, as WebP. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the database, never compared
    record Size(int width, byte[] content) {}

    /**
     * What came of a file.
     *
     * @param sha256 of the file, hexadecimal
     * @param width of the whole picture turned upright, in pixels
     */
    record Made(String sha256, int width, int height, List<Size> sizes) {}

    /**
     * Decodes a file and makes its sizes; a picture is never enlarged.
     *
     * @throws Refusal in the field {@code file} when it is empty, too large in bytes or pixels, not PNG, JPEG, WebP or GIF by
     *     its content, or damaged
     */
    static Made make(byte[] file) {
        if (file.length == 0) {
            throw Refusal.inField("file", "portal.picture.file");
        }
        if (file.length > LARGEST) {
            throw Refusal.inField("file", "portal.picture.large", LARGEST / 1024 / 1024);
        }
        String format = FORMATS.get(TIKA.detect(file));
        if (format == null) {
            throw Refusal.inField("file", "portal.picture.type");
        }
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            Orientation orientation = format.equals("jpeg") ? Orientation.of(file) : Orientation.UPRIGHT;
            BufferedImage whole = orientation.turn(decoded(file, format));
            return new Made(sha256(file), whole.getWidth(), whole.getHeight(), sizes(whole));
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException damaged) {
            // What the decoders throw at bytes that are not what they say; they declare only the first.
            throw Refusal.inField("file", "portal.picture.damaged");
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    static int heightAt(int width, int wholeWidth, int wholeHeight) {
        return Math.max(1, Math.round((float) wholeHeight * width / wholeWidth));
    }

    private static BufferedImage decoded(byte[] file, String format) throws IOException {
        ImageReader reader = format.equals("webp")
                ? WEBP_READER.createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            // Told by the first bytes: what would fill the memory is refused before it is decoded.
            if (width < 1 || height < 1) {
                throw new IOException("A picture of " + width + " by " + height);
            }
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                throw Refusal.inField(
                        "file", "portal.picture.pixels", width, height, MOST_PIXELS / 1_000_000, LONGEST_SIDE);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            return drawn(reader.read(0, param), width, height);
        } finally {
            reader.dispose();
        }
    }

    private static List<Size> sizes(BufferedImage whole) throws IOException {
        List<Size> sizes = new ArrayList<>();
        List<Integer> widths = new ArrayList<>(
                WIDTHS.stream().filter(width -> width < whole.getWidth()).toList());
        if (whole.getWidth() <= WIDTHS.getLast()) {
            widths.add(whole.getWidth());
        }
        BufferedImage smaller = whole;
        for (int width : widths.reversed()) { // each from the one before: a small one is never made of all the pixels
            int height = heightAt(width, whole.getWidth(), whole.getHeight());
            while (smaller.getWidth() > 2 * width && smaller.getHeight() > 2 * height) {
                smaller = drawn(smaller, smaller.getWidth() / 2, smaller.getHeight() / 2);
            }
            smaller = drawn(smaller, width, height);
            sizes.addFirst(new Size(width, webp(smaller)));
        }
        return sizes;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        int type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (picture.getType() == type && picture.getWidth() == width && picture.getHeight() == height) {
            return picture;
        }
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] webp(BufferedImage picture) throws IOException {
        ImageWriter writer = WEBP_WRITER.createWriterInstance(null);
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("Lossy");
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
