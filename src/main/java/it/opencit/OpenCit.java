// SPDX-License-Identifier: EUPL-1.2
package it.opencit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * OpenCIT: the territorial service centre of a Province as one program. Beans go by their full names, so that two modules
 * may use the same word.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "OpenCIT", sharedModules = "shared")
public class OpenCit {

    public static void main(String[] arguments) {
        SpringApplication.run(OpenCit.class, arguments);
    }
}
