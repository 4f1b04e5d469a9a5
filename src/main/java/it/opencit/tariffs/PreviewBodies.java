// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import java.util.List;
import java.util.Optional;

/** The bodies of the current centre on which a draft can be tried; a module above provides them as a bean. */
public interface PreviewBodies {

    /** A body to choose. */
    record Choice(String id, String name) {}

    /** What the reader may choose from, in order of name. */
    List<Choice> choices();

    /** The body as a tariff looks at it; empty when there is no such body. */
    Optional<Subject> subject(String id);

    /** The kinds of figure that the centre counts. */
    default FigureKinds figureKinds() {
        return FigureKinds.USUAL;
    }
}
