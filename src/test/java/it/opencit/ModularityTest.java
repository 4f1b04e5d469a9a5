// SPDX-License-Identifier: EUPL-1.2
package it.opencit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("it.opencit");

    private static final ApplicationModules MODULES = ApplicationModules.of(OpenCit.class);

    @Test
    void modulesKeepToTheirBoundaries() {
        MODULES.verify();
    }

    @Test
    void thePictureTellsThePresentModules() throws Exception {
        String present = ModulePicture.of(declared());
        String folder = System.getProperty("opencit.pictures");
        Path picture = Path.of(folder == null ? "docs/immagini" : folder, "modules.svg");
        if (folder != null) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, present);
        }
        assertThat(picture)
                .as("the picture of the modules; to redraw it: "
                        + "./mvnw test -Dtest=ModularityTest -Dopencit.pictures=docs/immagini")
                .exists()
                .content()
                .isEqualToNormalizingNewlines(present);
    }

    /** With the modules written down, a start need not read every class to know in which order they migrate. */
    @Test
    void theModulesWrittenForTheStartAreThePresentOnesInTheirOrder() throws Exception {
        String present = MODULES.stream()
                .map(module -> "  \"" + module.getIdentifier() + "\": {}")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        assertThat(Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json"))
                .content()
                .isEqualToNormalizingNewlines(present);
    }

    @Test
    void onlyStoresListsAndTheDatabaseSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackages("it.opencit.shared..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(CLASSES);
    }

    @Test
    void controllersStayInsideTheirModule() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    /** What every module declares of itself; one that declares no limits may use all the others. */
    private static Map<String, ModulePicture.Module> declared() throws ClassNotFoundException {
        Set<String> names = MODULES.stream()
                .map(module -> module.getIdentifier().toString())
                .collect(Collectors.toSet());
        Map<String, ModulePicture.Module> declared = new HashMap<>();
        for (String name : names) {
            ApplicationModule module =
                    Class.forName("it.opencit." + name + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(module).as("annotation of module " + name).isNotNull();
            Set<String> uses = new HashSet<>(List.of(module.allowedDependencies()));
            if (uses.contains(ApplicationModule.OPEN_TOKEN)) {
                uses = new HashSet<>(names);
                uses.remove(name);
            }
            declared.put(name, new ModulePicture.Module(module.displayName(), uses));
        }
        return declared;
    }
}
