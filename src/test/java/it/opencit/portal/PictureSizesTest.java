// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.opencit.shared.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the files that are uploaded as pictures. */
class PictureSizesTest {

    @ParameterizedTest(name = "{0} of {1} pixels in {2}")
    @CsvSource({
        "png, 2000, 320 640 1280",
        "jpg, 1280, 320 640 1280",
        "gif, 700, 320 640 700",
        "webp, 320, 320",
        "png, 5, 5"
    })
    void everyFormatIsMadeInSizesAndNeverEnlarged(String format, int width, String widths) throws IOException {
        PictureSizes.Made made = PictureSizes.make(Photographs.file(format, width, Math.max(1, width / 2)));
        assertThat(made.sizes().stream().map(PictureSizes.Size::width))
                .containsExactlyElementsOf(
                        Arrays.stream(widths.split(" ")).map(Integer::valueOf).toList());
        for (PictureSizes.Size size : made.sizes()) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(size.content()));
            assertThat(new String(size.content(), 8, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("WEBP");
            assertThat(read.getWidth()).isEqualTo(size.width());
            assertThat(read.getHeight()).isEqualTo(PictureSizes.heightAt(size.width(), made.width(), made.height()));
            assertThat(near(read.getRGB(read.getWidth() / 4, read.getHeight() / 2), Photographs.LEFT))
                    .isTrue();
        }
    }

    @Test
    void aPhotographIsTurnedAsTheCameraWasHeld() throws IOException {
        byte[] lying = Photographs.file("jpg", 400, 200);
        PictureSizes.Made upright = PictureSizes.make(Photographs.held(lying, 6));
        assertThat(List.of(upright.width(), upright.height())).containsExactly(200, 400);
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(upright.sizes().getLast().content()));
        assertThat(near(read.getRGB(100, 50), Photographs.LEFT)).isTrue(); // what lay left stands above
        assertThat(near(read.getRGB(100, 350), Photographs.RIGHT)).isTrue();
        PictureSizes.Made turned = PictureSizes.make(Photographs.held(lying, 3));
        read = ImageIO.read(new ByteArrayInputStream(turned.sizes().getLast().content()));
        assertThat(near(read.getRGB(50, 100), Photographs.RIGHT)).isTrue();
        for (int number = 0; number <= 9; number++) {
            assertThat(PictureSizes.make(Photographs.held(lying, number)).sizes())
                    .isNotEmpty();
        }
    }

    @Test
    void whereAPhotographWasTakenDoesNotStay() throws IOException {
        byte[] file = Photographs.held(Photographs.file("jpg", 400, 200), 1);
        PictureSizes.make(file)
                .sizes()
                .forEach(size -> assertThat(new String(size.content(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Exif", "EXIF"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"60000, 60000", "30001, 1000", "8000, 8000", "1, 16001"})
    void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsDecoded(int width, int height) {
        assertThatThrownBy(() -> PictureSizes.make(Photographs.bomb(width, height)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("portal.picture.pixels"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<html><script>alert(1)</script></html>",
                "%PDF-1.7",
                "BM......",
                "II*\u0000 a TIFF",
                "ciao"
            })
    void whatIsNoPictureOfTheWebIsRefused(String content) {
        assertThatThrownBy(() -> PictureSizes.make(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("portal.picture.type"));
    }

    /** A picture that is a page too, for a browser that would open it as one: only what is seen is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void whatElseAFileHoldsDoesNotStay(String format) throws IOException {
        byte[] picture = Photographs.file(format, 60, 40);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);
        byte[] behind = Arrays.copyOf(picture, picture.length + page.length);
        System.arraycopy(page, 0, behind, picture.length, page.length);
        assertThat(PictureSizes.make(behind).sizes())
                .allSatisfy(size -> assertThat(new String(size.content(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("script"));
        byte[] before = Arrays.copyOf(page, page.length + picture.length);
        System.arraycopy(picture, 0, before, page.length, picture.length);
        assertThatThrownBy(() -> PictureSizes.make(before))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("portal.picture.type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "webp"})
    void damagedFilesAreRefusedWhereverTheyAreCutOrTouched(String format) throws IOException {
        byte[] whole = Photographs.file(format, 200, 100);
        for (int cut = 8; cut < whole.length; cut += Math.max(1, whole.length / 60)) {
            madeOrRefused(Arrays.copyOf(whole, cut));
            byte[] touched = whole.clone();
            touched[cut] ^= (byte) 0x5a;
            madeOrRefused(touched);
        }
        assertThatThrownBy(() -> PictureSizes.make(new byte[0])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PictureSizes.make(new byte[PictureSizes.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("portal.picture.large"));
    }

    /** Some decoders show what they could read of a damaged file; none may fail otherwise. */
    private static void madeOrRefused(byte[] file) {
        try {
            PictureSizes.make(file);
        } catch (Refusal refusal) {
            assertThat(refusal.key()).startsWith("portal.picture.");
        }
    }

    private static boolean near(int rgb, Color wanted) {
        Color read = new Color(rgb);
        return Math.abs(read.getRed() - wanted.getRed())
                        + Math.abs(read.getGreen() - wanted.getGreen())
                        + Math.abs(read.getBlue() - wanted.getBlue())
                < 60;
    }
}
