// SPDX-License-Identifier: EUPL-1.2
package it.opencit.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import it.opencit.cast.Cast;
import it.opencit.cast.OpenCitTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A browser finds every module of the editor without an import map. */
@OpenCitTest
class NamedImportsTest {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^'\"]*['\"]([^'\"]+)['\"]");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void everyImportLeadsToAFileThatMayBeKeptForEver() throws Exception {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(Assets.own("editor.js")));
        while (!open.isEmpty()) {
            String address = open.pop();
            if (!seen.add(address)) {
                continue;
            }
            assertThat(address).startsWith("/assets/" + Assets.version() + "/");
            String script = web.perform(get(address).with(cast.nobody(Cast.BRESCIA)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            IMPORT.matcher(script).results().forEach(found -> open.push(found.group(1)));
        }
        seen.remove(Assets.own("editor.js"));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Assets.editorModules());
    }
}
