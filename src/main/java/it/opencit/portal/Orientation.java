// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as it notes in its files (Exif 2.3, tag 0x0112): the pixels lie as the sensor saw them.
 *
 * @param number 1 to 8; 1 is upright
 */
record Orientation(int number) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** As a JPEG file notes it; upright where it notes nothing that can be read. */
    static Orientation of(byte[] jpeg) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg).position(2);
            while ((bytes.get() & 0xff) == 0xff) {
                int marker = bytes.get() & 0xff;
                int length = bytes.getShort() & 0xffff;
                ByteBuffer segment = bytes.slice(bytes.position(), length - 2);
                if (marker == 0xe1 && begins(segment)) {
                    return new Orientation(read(segment.slice(EXIF.length, segment.limit() - EXIF.length)));
                }
                if (marker == 0xda) { // from here on pixels
                    return UPRIGHT;
                }
                bytes.position(bytes.position() + length - 2);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean begins(ByteBuffer segment) {
        return segment.limit() >= EXIF.length && segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + 12 * entry;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                int number = tiff.getShort(at + 8) & 0xffff;
                return number >= 1 && number <= 8 ? number : 1;
            }
        }
        return 1;
    }

    /** The picture as the eye saw it. */
    BufferedImage turn(BufferedImage lying) {
        if (number == 1) {
            return lying;
        }
        double w = lying.getWidth();
        double h = lying.getHeight();
        AffineTransform turning =
                switch (number) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    default -> new AffineTransform(0, -1, 1, 0, 0, w);
                };
        boolean sideways = number >= 5;
        BufferedImage upright = new BufferedImage(
                sideways ? lying.getHeight() : lying.getWidth(),
                sideways ? lying.getWidth() : lying.getHeight(),
                lying.getType());
        return new AffineTransformOp(turning, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(lying, upright);
    }
}
