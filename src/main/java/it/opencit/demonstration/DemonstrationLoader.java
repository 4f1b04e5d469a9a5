// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.centres.NewCentre;
import it.opencit.shared.database.Acting;
import it.opencit.tariffs.Kit;
import it.opencit.tariffs.Kits;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Founds the demonstration centres that are not there yet. A centre is loaded whole or not at all: a start that was
 * killed halfway goes on from the next one.
 */
@Component
@ConditionalOnBooleanProperty("opencit.demonstration")
class DemonstrationLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);

    private final Centres centres;
    private final List<DemonstrationPart> parts;
    private final TransactionOperations transaction;
    private final Kits kits;

    DemonstrationLoader(Centres centres, List<DemonstrationPart> parts, TransactionOperations transaction, Kits kits) {
        this.kits = kits;
        this.centres = centres;
        this.parts = parts;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Set<String> present = centres.all().stream().map(Centre::code).collect(Collectors.toSet());
        for (Kit kit : kits.all()) {
            if (!present.contains(kit.code())) {
                LOG.info("Loading the demonstration of {}", kit.code());
                transaction.executeWithoutResult(_ -> load(DemonstrationCentres.of(kit)));
            }
        }
    }

    private void load(NewCentre founding) {
        long id = centres.found(founding);
        Acting.as(id, Acting.PROGRAM, () -> {
            centres.adopt(id);
            founding.hosts().forEach(centres::answerAt);
            Centre centre = centres.current();
            parts.forEach(part -> part.load(centre));
        });
    }
}
