// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.organizations.FigureKind;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.forms.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The bodies of the centre as tariffs look at them. */
@Component
class PreviewBodies {

    private final Organizations organizations;

    PreviewBodies(Organizations organizations) {
        this.organizations = organizations;
    }

    /** What the reader may choose from, in order of name. */
    List<Option> choices() {
        return organizations.all().stream()
                .map(body -> new Option(body.id().toString(), body.fullName()))
                .toList();
    }

    /** The body, as a member with its present figures; empty when there is no such body. */
    Optional<Subject> subject(String id) {
        if (!id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        OrganizationId body = OrganizationId.valueOf(id);
        return organizations
                .find(body)
                .map(found -> Subject.of(
                        found, true, organizations.figures(List.of(body)).of(body)));
    }

    /** The kinds of figure that the centre counts. */
    FigureKinds figureKinds() {
        FigureKinds kinds = FigureKinds.USUAL;
        for (FigureKind kind : organizations.figureKinds()) {
            if (!kinds.knows(kind.code())) {
                kinds = kinds.and(kind.code(), kind.unit(), kind.unit());
            }
        }
        return kinds;
    }
}
