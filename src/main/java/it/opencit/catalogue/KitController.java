// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.catalogue.pages.KitLine;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the services of a kit into the catalogue. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class KitController {

    private final Templates templates;
    private final Catalogue catalogue;
    private final CatalogueKits kits;

    KitController(Templates templates, Catalogue catalogue, CatalogueKits kits) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.kits = kits;
    }

    @GetMapping(Addresses.OFFERINGS + "/corredi")
    JteModel list() {
        Set<String> present = catalogue.offerings().stream().map(Offering::code).collect(Collectors.toSet());
        return templates.catalogueKits(kits.all().stream()
                .map(kit -> new KitLine(kit.code(), kit.name(), kit.services().size(), (int) kit.services().stream()
                        .filter(service -> present.contains(service.code()))
                        .count()))
                .toList());
    }

    @PostMapping(Addresses.OFFERINGS + "/corredi/{kit}")
    String adopt(@PathVariable String kit, RedirectAttributes flash) {
        if (kits.of(kit).isEmpty()) {
            throw new NotFound("Catalogue of kit " + kit);
        }
        flash.addFlashAttribute("notice", Messages.text("catalogue.kit.taken", catalogue.adopt(kit)));
        return "redirect:" + Addresses.OFFERINGS;
    }
}
