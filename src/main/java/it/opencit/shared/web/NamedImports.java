// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Gives the modules of a script their address: {@code from 'prosemirror-model'} means nothing to a browser without an import
 * map, which would be an inline script, and there is none on our pages.
 */
final class NamedImports implements ResourceTransformer {

    private static final Pattern IMPORT = Pattern.compile("(?m)^(import [^'\"]+ from )['\"]([a-z0-9-]+)['\"];");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = chain.transform(request, resource);
        String name = transformed.getFilename();
        if (name == null || !name.endsWith(".js")) {
            return transformed;
        }
        String script = transformed.getContentAsString(StandardCharsets.UTF_8);
        Matcher imports = IMPORT.matcher(script);
        String addressed = imports.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "'"
                + Objects.requireNonNullElse(Assets.module(found.group(2)), found.group(2)) + "';"));
        return addressed.equals(script)
                ? transformed
                : new TransformedResource(transformed, addressed.getBytes(StandardCharsets.UTF_8));
    }
}
