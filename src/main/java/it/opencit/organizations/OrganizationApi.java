// SPDX-License-Identifier: EUPL-1.2
package it.opencit.organizations;

import it.opencit.organizations.ApiOrganization.ApiFigure;
import it.opencit.organizations.ApiOrganization.Page;
import it.opencit.organizations.ApiOrganization.Writing;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bodies and their figures, for other programs. */
@RestController
@RequestMapping("/api/v1/organizations")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO})
class OrganizationApi {

    private static final int MOST = 500;

    private final Organizations organizations;

    OrganizationApi(Organizations organizations) {
        this.organizations = organizations;
    }

    /** Bodies by name, a page at a time, those whose name or codes hold every word of {@code q}. */
    @GetMapping
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    Page list(
            @RequestParam(required = false) @Nullable OrganizationKind kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable OrganizationId after) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.inField("limit", "organizations.api.limit", MOST);
        }
        List<Organization> found = organizations.search(q, kind, after, limit + 1);
        List<Organization> page = found.subList(0, Math.min(limit, found.size()));
        FigureBook figures =
                organizations.figures(page.stream().map(Organization::id).toList());
        return new Page(
                page.stream()
                        .map(one -> ApiOrganization.of(one, figures.of(one.id())))
                        .toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
    ApiOrganization show(@PathVariable OrganizationId id) {
        return ApiOrganization.of(
                organizations.get(id), organizations.figures(List.of(id)).of(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiOrganization add(@RequestBody Writing writing) {
        return show(organizations.add(details(writing)));
    }

    @PutMapping("/{id}")
    ApiOrganization change(@PathVariable OrganizationId id, @RequestBody Writing writing) {
        Integer version = writing.version();
        if (version == null) {
            throw Refusal.inField("version", "organizations.api.version");
        }
        organizations.change(id, details(writing), version);
        return show(id);
    }

    /** Records a figure; another value of the same kind and day stays in the history. */
    @PostMapping("/{id}/figures")
    ApiOrganization record(@PathVariable OrganizationId id, @RequestBody ApiFigure writing) {
        if (writing.kind() == null || writing.value() == null || writing.date() == null) {
            throw new Refusal("organizations.api.figure");
        }
        if (writing.source() == null || writing.source().isBlank()) {
            throw Refusal.inField("source", "organizations.figure.source");
        }
        organizations.record(
                id, new Figure(writing.kind(), writing.date(), writing.value(), writing.source(), writing.mark()));
        return show(id);
    }

    private static OrganizationDetails details(Writing writing) {
        if (writing.kind() == null) {
            throw Refusal.inField("kind", "organizations.kind.required");
        }
        if (writing.name() == null || writing.name().isBlank()) {
            throw Refusal.inField("name", "organizations.name.required");
        }
        var seat = writing.seat();
        return OrganizationRules.check(new OrganizationDetails(
                writing.kind(),
                writing.name().strip(),
                writing.istatCode(),
                writing.cadastralCode(),
                writing.ipaCode(),
                writing.taxCode(),
                writing.vatNumber(),
                writing.digitalDomicile(),
                writing.invoiceOffice(),
                seat == null
                        ? Seat.UNKNOWN
                        : new Seat(
                                text(seat.address()),
                                text(seat.postcode()),
                                text(seat.municipality()),
                                text(seat.province())),
                text(writing.provinceCode()),
                text(writing.website()),
                text(writing.notes())));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
