// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tariff pasted in the laboratory, packed so that it fits in the address: a colleague opens it, nothing is stored. */
final class PackedTree {

    /** What an address can carry beside the rest: servers refuse headers beyond 8 kB. */
    private static final int LONGEST = 6000;

    private static final int LARGEST = 512 * 1024;

    private PackedTree() {}

    /**
     * Packs a tariff, or a bare tree, written in JSON.
     *
     * @throws Refusal saying where the text is wrong, or that it is too long
     */
    static String pack(String json) {
        tariff(json);
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(text);
            deflater.finish();
            byte[] packed = new byte[LONGEST];
            int length = deflater.deflate(packed);
            String address =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(packed, length));
            if (!deflater.finished() || address.length() > LONGEST) {
                throw Refusal.inField("json", "laboratory.json.long");
            }
            return address;
        } finally {
            deflater.end();
        }
    }

    /**
     * The tariff that an address carries.
     *
     * @throws Refusal when the address was cut short or changed by hand
     */
    static Tariff unpack(String packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(packed));
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(part);
                if (read == 0 || text.size() > LARGEST) {
                    throw new Refusal("laboratory.json.broken");
                }
                text.write(part, 0, read);
            }
            return tariff(text.toString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DataFormatException e) {
            throw new Refusal("laboratory.json.broken");
        } finally {
            inflater.end();
        }
    }

    /** A whole tariff when the text has a field {@code tree}, else a bare tree. */
    private static Tariff tariff(String json) {
        return isWhole(json) ? TariffJson.read(json) : Tariff.draft(TariffJson.readTree(json));
    }

    private static boolean isWhole(String json) {
        try {
            JsonNode node = JsonMapper.shared().readTree(json);
            return node != null && node.has("tree");
        } catch (JacksonException e) {
            return false; // the reader of trees says where it is wrong
        }
    }
}
