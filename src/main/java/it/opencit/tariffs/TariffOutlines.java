// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Component;

/** Draws tariffs for the pages of other modules as their own page does: what each component does, with its numbers. */
@Component
public class TariffOutlines {

    private final Templates templates;
    private final Tariffs tariffs;

    TariffOutlines(Templates templates, Tariffs tariffs) {
        this.templates = templates;
        this.tariffs = tariffs;
    }

    /** The outline of a tariff, to be put in a page. */
    public Content of(Tariff tariff) {
        return templates.tariffsComponent(Outline.of(tariff, tariffs.figureKinds()));
    }
}
