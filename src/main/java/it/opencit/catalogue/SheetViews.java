// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Changes;
import it.opencit.shared.pages.Italian;
import it.opencit.shared.pages.Publication;
import it.opencit.shared.pages.Publication.Act;
import java.util.List;

/** Sheets and their versions in the words of who edits them. */
final class SheetViews {

    private SheetViews() {}

    /** What is read, and what is not yet, in a sentence. */
    static String standing(SheetStanding standing) {
        if (!standing.isDraft()) {
            return "Il pubblico legge l'ultima versione.";
        }
        String read = "Il pubblico legge la versione " + standing.published() + "; l'ultima è la " + standing.latest();
        return standing.scheduledAt() == null
                ? read + ", una bozza."
                : read + ", che si pubblica da sola il " + Italian.moment(standing.scheduledAt()) + ".";
    }

    /** What can be done with the latest version, and all of them. */
    static Publication publication(
            String address, SheetStanding standing, List<SheetVersion> versions, FormInput form) {
        boolean scheduled = standing.scheduledAt() != null;
        List<Act> acts = !standing.isDraft()
                ? List.of()
                : scheduled
                        ? List.of(
                                new Act("PUBLISHED", "Pubblica adesso", true),
                                new Act("DRAFT", "Non pubblicarla più da sola", false))
                        : List.of(new Act("PUBLISHED", "Pubblica adesso", true));
        return new Publication(
                address,
                acts,
                standing.isDraft() && !scheduled,
                form.with("version", standing.version()),
                versions.stream()
                        .map(one -> Publication.version(
                                one.number(),
                                address,
                                Italian.moment(one.at()),
                                one.author(),
                                one.note(),
                                one.number() == standing.published(),
                                one.number() == standing.latest()))
                        .toList());
    }

    static String which(SheetVersion version) {
        return "versione " + version.number() + ", " + Italian.moment(version.at()) + ", " + version.author();
    }

    /** What changed, block by block. */
    static Changes changes(SheetVersion from, SheetVersion to) {
        return Changes.between(which(from), SheetTexts.lines(from.sheet()), which(to), SheetTexts.lines(to.sheet()));
    }
}
