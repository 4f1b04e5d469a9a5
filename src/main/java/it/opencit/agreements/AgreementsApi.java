// SPDX-License-Identifier: EUPL-1.2
package it.opencit.agreements;

import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schemes and accessions, for other programs; acts take the same fields as the pages. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class AgreementsApi {

    private static final int MOST = 500;

    private final Agreements agreements;
    private final Accessions accessions;
    private final Organizations organizations;

    AgreementsApi(Agreements agreements, Accessions accessions, Organizations organizations) {
        this.agreements = agreements;
        this.accessions = accessions;
        this.organizations = organizations;
    }

    @GetMapping("/agreements")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiAgreement.Page agreements() {
        return new ApiAgreement.Page(
                agreements.schemes().stream().map(ApiAgreement::of).toList(), null);
    }

    /** Accessions in the order in which they were opened, a page at a time. */
    @GetMapping("/accessions")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiAccession.Page accessions(
            @RequestParam(required = false) @Nullable OrganizationId organization,
            @RequestParam(required = false) @Nullable SchemeId agreement,
            @RequestParam(required = false) @Nullable AccessionStage stage,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "agreements.api.limit", MOST);
        }
        List<Accession> found = accessions.all().stream()
                .filter(accession -> accession.id().value() > after)
                .filter(accession -> organization == null || organization.equals(accession.organization()))
                .filter(accession -> agreement == null || agreement.equals(accession.scheme()))
                .filter(accession -> stage == null || stage == accession.state().stage())
                .limit(limit + 1L)
                .toList();
        List<Accession> page = found.subList(0, Math.min(limit, found.size()));
        Map<OrganizationId, Organization> bodies =
                organizations.all(page.stream().map(Accession::organization).toList()).stream()
                        .collect(Collectors.toMap(Organization::id, body -> body));
        return new ApiAccession.Page(
                page.stream()
                        .map(accession -> ApiAccession.of(accession, bodies.get(accession.organization())))
                        .toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    @GetMapping("/accessions/{id}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ApiAccession accession(@PathVariable AccessionId id) {
        Accession accession = accessions.get(id);
        return ApiAccession.of(accession, organizations.get(accession.organization()));
    }

    /** Opens a draft. */
    @PostMapping("/accessions")
    @ResponseStatus(HttpStatus.CREATED)
    ApiAccession open(@RequestBody Opening opening) {
        OrganizationId organization = opening.organization();
        SchemeId agreement = opening.agreement();
        if (organization == null || organizations.find(organization).isEmpty()) {
            throw Refusal.inField("organization", "agreements.accession.organization");
        }
        if (agreement == null || agreements.scheme(agreement).isEmpty()) {
            throw Refusal.inField("agreement", "agreements.accession.scheme");
        }
        String notes = opening.notes();
        return accession(accessions.open(agreement, organization, notes == null ? "" : notes));
    }

    /** Who joins what. */
    record Opening(
            @Nullable OrganizationId organization,
            @Nullable SchemeId agreement,
            @Nullable String notes) {}

    /**
     * Records an act: {@code approval}, {@code signature}, {@code countersignature}, {@code withdrawal} or {@code
     * annulment}, with the fields of its form and the {@code version} that was read.
     */
    @PostMapping("/accessions/{id}/{act}")
    ApiAccession record(
            @PathVariable AccessionId id, @PathVariable String act, @RequestBody Map<String, @Nullable Object> fields) {
        AccessionActKind kind = Arrays.stream(AccessionActKind.values())
                .filter(known -> known != AccessionActKind.RENEWAL
                        && known.name().toLowerCase(Locale.ROOT).equals(act))
                .findFirst()
                .orElseThrow(() -> new NotFound("Act " + act));
        FormInput form = FormInput.empty();
        fields.forEach(form::with);
        Long version = form.integer("version");
        if (version == null) {
            throw Refusal.inField("version", "agreements.api.version");
        }
        AccessionAct read = ActForm.read(kind, form);
        if (read == null) {
            Map.Entry<String, String> error = form.errors().getFirst();
            throw Refusal.inField(error.getKey(), "agreements.api.field", error.getValue());
        }
        accessions.record(id, version.intValue(), read, List.of());
        return accession(id);
    }
}
