// SPDX-License-Identifier: EUPL-1.2
package it.opencit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/** The glossary tells the code as it is: {@code Type}, {@code Type.Nested}, {@code Type.CONSTANT} or {@code Record.component}. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");

    /** The packages whose public types are words of the domain; pages and what is shared by all are not. */
    private static final Set<String> FACADES = Set.of(
            "organizations",
            "tariffs",
            "agreements",
            "catalogue",
            "subscriptions",
            "campaigns",
            "treasury",
            "receipts",
            "costs",
            "tickets",
            "notices",
            "documents",
            "centres",
            "access",
            "portal");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern UNESCAPED_BAR = Pattern.compile("(?<!\\\\)\\|");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.opencit");

    @Test
    void everyNameOfTheGlossaryExistsInTheCode() throws IOException {
        Set<String> known = CLASSES.stream().flatMap(GlossaryTest::names).collect(Collectors.toSet());

        Set<String> unknown = new TreeSet<>(glossaryNames());
        unknown.removeIf(name -> known.stream().anyMatch(full -> full.endsWith("." + name)));

        assertThat(unknown)
                .as("names of %s that no type, constant or component has", GLOSSARY)
                .isEmpty();
    }

    @Test
    void everyPublicTypeOfTheDomainIsInTheGlossary() throws IOException {
        List<String> told = glossaryNames();

        Set<String> untold = CLASSES.stream()
                .filter(GlossaryTest::isWordOfTheDomain)
                .map(type -> type.getFullName().substring("it.opencit.".length()))
                .filter(name -> told.stream().noneMatch(word -> ("." + name).endsWith("." + word)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(untold).as("public types that %s does not tell", GLOSSARY).isEmpty();
    }

    private static boolean isWordOfTheDomain(JavaClass type) {
        return FACADES.stream().anyMatch(facade -> type.getPackageName().equals("it.opencit." + facade))
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isMetaAnnotatedWith(Controller.class)
                && !type.getSimpleName().endsWith("Configuration")
                && !type.getSimpleName().equals("package-info");
    }

    /** A type and what it has by name, nested types written with dots. */
    private static Stream<String> names(JavaClass type) {
        String full = type.getFullName().replace('$', '.');
        Stream<String> members = type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        ? type.isRecord()
                        : field.getModifiers().contains(JavaModifier.FINAL))
                .map(JavaField::getName)
                .map(name -> full + "." + name);
        return Stream.concat(Stream.of(full), members);
    }

    /** What stands between backticks in the second column of every table. */
    private static List<String> glossaryNames() throws IOException {
        List<String> names = Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> UNESCAPED_BAR.split(line, -1)[2])
                .flatMap(column -> NAME.matcher(column).results().map(found -> found.group(1)))
                .toList();
        assertThat(names).as("names read from %s", GLOSSARY).hasSizeGreaterThan(50);
        return names;
    }
}
