// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the module reads once: the kits shipped with the program. */
@Configuration(proxyBeanMethods = false)
class TariffsConfiguration {

    @Bean
    static Kits kits() {
        return Kits.read();
    }
}
