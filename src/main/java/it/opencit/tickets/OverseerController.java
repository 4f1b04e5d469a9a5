// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.documents.FileId;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.ListRequest;
import it.opencit.tickets.pages.ShownTicket;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The person of a Unione reads the tickets of its members, where the convention says so. */
@Controller
@AllowedTo(Role.REFERENTE)
class OverseerController {

    static final String MEMBERS = Addresses.AREA + "/membri";

    private static final String OF_ONE = MEMBERS + "/{member:\\d+}";
    private static final Set<String> KEPT_BACK = Set.of("Soddisfazione", "Posta del richiedente");

    private final Templates templates;
    private final Overseers overseers;
    private final TicketList list;
    private final TicketExports exports;
    private final TicketReader reader;
    private final TicketFiles files;
    private final Organizations organizations;
    private final Clock clock;

    OverseerController(
            Templates templates,
            Overseers overseers,
            TicketList list,
            TicketExports exports,
            TicketReader reader,
            TicketFiles files,
            Organizations organizations,
            Clock clock) {
        this.templates = templates;
        this.overseers = overseers;
        this.list = list;
        this.exports = exports;
        this.reader = reader;
        this.files = files;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping(MEMBERS)
    JteModel members(SignedIn person) {
        OrganizationId own = OwnBody.of(person);
        if (!overseers.has(own)) {
            throw new NotFound("Body " + own + " oversees nobody");
        }
        return templates.ticketsOverseen(overseers.members(own).stream()
                .map(member -> new Option(MEMBERS + "/" + member.id(), member.name()))
                .toList());
    }

    @GetMapping(OF_ONE)
    JteModel list(@PathVariable OrganizationId member, ListRequest request, SignedIn person) {
        Viewer.OfBody viewer = overseers.viewer(OwnBody.of(person), member);
        return templates.ticketsOverseenList(
                organizations.get(member).fullName(), list.area(request, viewer, MEMBERS + "/" + member));
    }

    @GetMapping(OF_ONE + "/" + TicketList.NAME + ".{format}")
    void export(
            @PathVariable OrganizationId member,
            @PathVariable ExportFormat format,
            ListRequest request,
            SignedIn person,
            HttpServletResponse response)
            throws IOException {
        exports.area(request, overseers.viewer(OwnBody.of(person), member), format, response);
    }

    @GetMapping(OF_ONE + "/{number:\\d+}")
    JteModel show(@PathVariable OrganizationId member, @PathVariable TicketNumber number, SignedIn person) {
        Viewer.OfBody viewer = overseers.viewer(OwnBody.of(person), member);
        String back = MEMBERS + "/" + member;
        TicketReader.Found found = reader.get(number, viewer);
        ShownTicket ticket = TicketViews.shown(found, clock.instant(), viewer, back + "/" + number);
        List<ShownTicket.Fact> facts = ticket.facts().stream()
                .filter(fact -> !KEPT_BACK.contains(fact.label()))
                .toList();
        return templates.ticketsOverseenTicket(found.body(), back, ticket, facts);
    }

    @GetMapping(OF_ONE + "/{number:\\d+}/allegati/{file}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable OrganizationId member,
            @PathVariable TicketNumber number,
            @PathVariable FileId file,
            SignedIn person) {
        Viewer.OfBody viewer = overseers.viewer(OwnBody.of(person), member);
        return files.send(reader.get(number, viewer).whole(), file);
    }
}
