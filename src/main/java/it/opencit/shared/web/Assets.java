// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Addresses of style sheets, scripts, fonts and icons: they change when a file changes, so a browser may keep them for ever. */
public final class Assets {

    /** Modules that others import by name. */
    private static final List<String> MODULE_FILES = List.of(
            "prosemirror-model/dist/index.js",
            "prosemirror-state/dist/index.js",
            "prosemirror-view/dist/index.js",
            "prosemirror-transform/dist/index.js",
            "prosemirror-commands/dist/index.js",
            "prosemirror-keymap/dist/index.js",
            "prosemirror-history/dist/index.js",
            "prosemirror-schema-list/dist/index.js",
            "orderedmap/dist/index.js",
            "rope-sequence/dist/index.js",
            "w3c-keyname/index.js");

    private static final String VERSION = hashOfAll();
    private static final String BOOTSTRAP_ITALIA = webjar("bootstrap-italia");
    private static final String HTMX = webjar("htmx.org");
    private static final Map<String, String> MODULES = modules();

    private Assets() {}

    /** Stands in every address. */
    static String version() {
        return VERSION;
    }

    /** Address of one of our own files, for example {@code opencit.css}. */
    public static String own(String file) {
        return "/assets/" + VERSION + "/" + file;
    }

    /** Address of a file of Bootstrap Italia, below its {@code dist}. */
    public static String bootstrapItalia(String file) {
        return "/assets/" + VERSION + "/bootstrap-italia/" + BOOTSTRAP_ITALIA + "/dist/" + file;
    }

    /** Address of htmx. */
    public static String htmx() {
        return "/assets/" + VERSION + "/htmx.org/" + HTMX + "/dist/htmx.min.js";
    }

    /** Address of an icon of Bootstrap Italia, for {@code <use href>}. */
    public static String icon(String name) {
        return bootstrapItalia("svg/sprites.svg") + "#it-" + name;
    }

    /** Addresses of the modules of the editor of texts: asked for at once they arrive together, not one after the other. */
    public static Collection<String> editorModules() {
        return MODULES.values();
    }

    /** The address of a module by the name it is imported by; {@code null} for a name that is none. */
    static @Nullable String module(String name) {
        return MODULES.get(name);
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        for (String file : MODULE_FILES) {
            String artifact = artifact(file);
            modules.put(
                    artifact,
                    "/assets/" + VERSION + "/" + artifact + "/" + webjar(artifact) + file.substring(artifact.length()));
        }
        return Collections.unmodifiableMap(modules);
    }

    private static String artifact(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static String webjar(String artifact) {
        var properties = new Properties();
        String file = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + file);
            }
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashOfAll() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
            for (String file : MODULE_FILES) { // their addresses stand in our scripts
                digest.update(webjar(artifact(file)).getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
