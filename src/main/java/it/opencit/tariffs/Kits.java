// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The kits shipped with the program, read from the class path: {@code kits/index.json} lists them. */
public final class Kits implements TariffBook {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Kit> kits = new LinkedHashMap<>();
    private final Map<String, Tariff> tariffs = new LinkedHashMap<>();

    private Kits() {}

    /** Reads all the kits: some dozens of small files, to be done once. */
    public static Kits read() {
        Kits all = new Kits();
        for (String code : MAPPER.readValue(text("index.json"), String[].class)) {
            Kit kit = MAPPER.readValue(text(code + "/kit.json"), Kit.class);
            all.kits.put(code, kit);
            for (String tariff : kit.tariffs()) {
                all.tariffs.put(tariff, tariff(code + "/tariffs/" + tariff + ".json"));
            }
        }
        return all;
    }

    public List<Kit> all() {
        return List.copyOf(kits.values());
    }

    public Optional<Kit> kit(String code) {
        return Optional.ofNullable(kits.get(code));
    }

    /** The tariffs of every kit, kit by kit. */
    public List<Tariff> tariffs() {
        return List.copyOf(tariffs.values());
    }

    /** The tariffs of one kit; none when there is no such kit. */
    public List<Tariff> tariffsOf(String kit) {
        return tariffs.values().stream()
                .filter(tariff -> tariff.centre().equals(kit))
                .toList();
    }

    /** The tariff with a code such as {@code brescia-2015-2020/quota}. */
    @Override
    public Optional<Tariff> find(String code) {
        return Optional.ofNullable(tariffs.get(code));
    }

    private static Tariff tariff(String path) {
        try {
            return TariffJson.read(text(path));
        } catch (Refusal refusal) {
            throw new IllegalStateException("kits/" + path + " is wrong: " + refusal.inItalian(), refusal);
        }
    }

    private static String text(String path) {
        try (InputStream in = Kits.class.getResourceAsStream("/kits/" + path)) {
            if (in == null) {
                throw new IllegalStateException("No resource kits/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
