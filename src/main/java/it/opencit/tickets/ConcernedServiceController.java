// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.pages.Frame.Crumb;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * How the body of a ticket stands with the service concerned. It has a page of its own, so that the page of the ticket is
 * shown without waiting for what tariffs and figures have to say.
 */
@Controller
class ConcernedServiceController {

    private final Templates templates;
    private final TicketReader reader;
    private final AskedServices services;

    ConcernedServiceController(Templates templates, TicketReader reader, AskedServices services) {
        this.templates = templates;
        this.reader = reader;
        this.services = services;
    }

    @GetMapping(Addresses.TICKETS + "/{number:\\d+}/servizio")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    JteModel show(@PathVariable TicketNumber number) {
        return page(
                reader.get(number, Viewer.OFFICE),
                true,
                List.of(
                        new Crumb("Assistenza", Addresses.BOARD),
                        new Crumb("Ticket", Addresses.TICKETS),
                        new Crumb(number.toString(), Addresses.of(number)),
                        new Crumb("Servizio", "")));
    }

    @GetMapping(Addresses.AREA + "/{number:\\d+}/servizio")
    @AllowedTo(Role.REFERENTE)
    JteModel inArea(@PathVariable TicketNumber number, SignedIn person) {
        return page(
                reader.get(number, Viewer.of(person)),
                false,
                List.of(
                        new Crumb("Assistenza", Addresses.AREA),
                        new Crumb(number.toString(), Addresses.inArea(number)),
                        new Crumb("Servizio", "")));
    }

    private JteModel page(TicketReader.Found found, boolean office, List<Crumb> breadcrumb) {
        return templates.ticketsConcernedService(
                AskedServices.shown(services.standing(found, office)), found.body(), breadcrumb);
    }
}
