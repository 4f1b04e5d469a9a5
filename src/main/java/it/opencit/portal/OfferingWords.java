// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingChanged;
import it.opencit.catalogue.OfferingId;
import it.opencit.catalogue.ServiceSheet;
import it.opencit.centres.Centres;
import it.opencit.shared.database.Acting;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the words of the services as the catalogue says them. */
@Component
class OfferingWords {

    private final Catalogue catalogue;
    private final OfferingTextStore store;
    private final Centres centres;
    private final TransactionOperations transaction;

    OfferingWords(Catalogue catalogue, OfferingTextStore store, Centres centres, TransactionOperations transaction) {
        this.catalogue = catalogue;
        this.store = store;
        this.centres = centres;
        this.transaction = transaction;
    }

    @EventListener
    void on(OfferingChanged changed) {
        renew(catalogue.get(changed.offering()));
    }

    /** Services written before there was a portal to tell of have no words yet. */
    @EventListener(ApplicationReadyEvent.class)
    void complete() {
        centres.all()
                .forEach(centre -> Acting.as(
                        centre.id(), Acting.PROGRAM, () -> transaction.executeWithoutResult(_ -> completeCentre())));
    }

    private void completeCentre() {
        Set<OfferingId> known = new HashSet<>(store.known());
        catalogue.offerings().stream()
                .filter(offering -> !known.contains(offering.id()))
                .forEach(this::renew);
    }

    private void renew(Offering offering) {
        ServiceSheet sheet = catalogue.sheet(offering.id());
        String text = Stream.of(
                        offering.included(),
                        sheet.context(),
                        sheet.subject(),
                        sheet.duties(),
                        sheet.costs(),
                        sheet.conditions(),
                        sheet.recipients(),
                        sheet.technology(),
                        sheet.onlineNote())
                .collect(Collectors.joining("\n"));
        store.renew(
                offering.id(),
                offering.title() + " " + offering.code(),
                offering.summary(),
                text,
                String.join("\n", sheet.english().values()));
    }
}
