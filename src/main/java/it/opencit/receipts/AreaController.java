// SPDX-License-Identifier: EUPL-1.2
package it.opencit.receipts;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a body's person sees: its own quotas and their reason, of no other body. */
@Controller
@AllowedTo(Role.REFERENTE)
class AreaController {

    private final Templates templates;
    private final Organizations organizations;
    private final DueDocuments documents;
    private final QuotaHistory history;

    AreaController(Templates templates, Organizations organizations, DueDocuments documents, QuotaHistory history) {
        this.templates = templates;
        this.organizations = organizations;
        this.documents = documents;
        this.history = history;
    }

    @GetMapping("/area")
    JteModel home(SignedIn person) {
        OrganizationId own = ownBody(person);
        return templates.receiptsArea(organizations.get(own).fullName(), history.rows(own));
    }

    @GetMapping("/area/quote/{year}")
    JteModel why(SignedIn person, @PathVariable String year) {
        return templates.receiptsWhy(documents.sheet(ownBody(person), Years.read(year)), "/area/quote/" + year, false);
    }

    @GetMapping("/area/quote/{year}/perche.pdf")
    ResponseEntity<byte[]> whyAsDocument(SignedIn person, @PathVariable String year) {
        return documents.pdf(ownBody(person), Years.read(year));
    }

    static OrganizationId ownBody(SignedIn person) {
        Long organization = person.organization();
        if (organization == null) {
            throw new AccessDeniedException("A person of no body: " + person.username());
        }
        return new OrganizationId(organization);
    }
}
