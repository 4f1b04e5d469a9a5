// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What tells one draft from another: it changes whenever a line or a reason does. */
final class RunDigest {

    private RunDigest() {}

    /** @param number of the run within the year: what was approved before is part of what is read */
    static String of(int year, int number, List<DraftLine> lines, List<Gap> gaps) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(8).putInt(year).putInt(number).flip());
        for (DraftLine line : lines) {
            UUID print = line.print();
            digest.update(ByteBuffer.allocate(16)
                    .putLong(print.getMostSignificantBits())
                    .putLong(print.getLeastSignificantBits())
                    .flip());
        }
        gaps.stream()
                .sorted(Comparator.comparing(Gap::key))
                .forEach(gap -> digest.update((gap + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
