// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Figure;
import it.opencit.organizations.FigureKind;
import it.opencit.organizations.KnownPerson;
import it.opencit.organizations.Organization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign asks one body, with what is known.
 *
 * @param waiting titles of services that the body asked for and has not yet
 * @param people in office
 */
record Questionnaire(
        Campaign campaign,
        Sheet sheet,
        Organization body,
        List<Question> inUse,
        List<Question> others,
        List<String> waiting,
        List<FigureQuestion> figures,
        List<KnownPerson> people,
        PlannedCosts costs) {

    /**
     * A figure to confirm.
     *
     * @param known the latest; {@code null} when there is none
     */
    record FigureQuestion(FigureKind kind, @Nullable Figure known) {

        String field() {
            return "figure-" + kind.code();
        }
    }

    Stream<Question> questions() {
        return Stream.concat(inUse.stream(), others.stream());
    }

    Optional<Question> about(OfferingId offering) {
        return questions()
                .filter(question -> question.offering().id().equals(offering))
                .findFirst();
    }
}
