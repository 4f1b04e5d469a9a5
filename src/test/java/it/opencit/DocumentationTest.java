// SPDX-License-Identifier: EUPL-1.2
package it.opencit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** What the pages for readers promise: links that lead somewhere, and settings that are all there. */
class DocumentationTest {

    /** The target of a link or image, without the part after the hash. */
    private static final Pattern LINK = Pattern.compile("]\\(<?([^)#>\\s]*)[^)]*\\)");

    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        List<String> broken =
                pages().stream().flatMap(DocumentationTest::brokenLinks).toList();

        assertThat(broken).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everySettingIsExplainedToWhoInstalls() throws IOException {
        String installing = Files.readString(Path.of("docs/installing.md"));

        assertThat(settings())
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(installing).contains("`" + setting + "`"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            List<Path> pages = Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(pages).contains(Path.of("README.md"), Path.of("docs/installing.md"));
            return pages;
        }
    }

    private static Stream<String> brokenLinks(Path page) {
        try {
            return LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target ->
                            !target.isEmpty() && !ELSEWHERE.matcher(target).matches())
                    .filter(target -> !Files.exists(page.resolveSibling(target)))
                    .map(target -> page + ": " + target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of ours in application.yaml. */
    private static List<String> settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/application.yaml"));
        Properties properties = yaml.getObject();
        assertThat(properties).isNotNull();
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("opencit."))
                .sorted()
                .toList();
    }
}
