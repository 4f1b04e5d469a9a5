// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Component;

/** Draws tariffs for the pages of other modules as their own page does: what each component does, with its numbers. */
@Component
public class TariffOutlines {

    private final Templates templates;

    TariffOutlines(Templates templates) {
        this.templates = templates;
    }

    /**
     * The outline of a tariff, to be put in a page.
     *
     * @param kinds of {@link Tariffs#figureKinds()}, read once for all the tariffs of a page
     */
    public Content of(Tariff tariff, FigureKinds kinds) {
        return templates.tariffsComponent(Outline.of(tariff, kinds));
    }
}
