// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centres;
import it.opencit.portal.LinkStore.Kept;
import it.opencit.shared.database.Acting;
import it.opencit.shared.texts.Markdown;
import it.opencit.shared.texts.TextLink;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the links out of each version once, when it is written. */
@Component
class VersionLinks {

    private final LinkStore store;
    private final OutsideLinks outside;
    private final Centres centres;
    private final TransactionOperations transaction;

    VersionLinks(LinkStore store, OutsideLinks outside, Centres centres, TransactionOperations transaction) {
        this.store = store;
        this.outside = outside;
        this.centres = centres;
        this.transaction = transaction;
    }

    void keep(ContentId id, ContentVersion version) {
        ContentDraft draft = version.draft();
        keep(id, version.number(), draft.italian().body(), draft.english().body());
    }

    /** Versions written before links were read out have none yet. */
    @EventListener(ApplicationReadyEvent.class)
    void complete() {
        centres.all()
                .forEach(centre -> Acting.as(
                        centre.id(), Acting.PROGRAM, () -> transaction.executeWithoutResult(_ -> completeCentre())));
    }

    private void completeCentre() {
        store.unread().forEach(one -> keep(one.id(), one.number(), one.body(), one.bodyEn()));
    }

    private void keep(ContentId id, int number, String italian, String english) {
        List<TextLink> inItalian = Markdown.links(italian);
        List<TextLink> inEnglish = Markdown.links(english);
        List<Kept> links = new ArrayList<>();
        inItalian.forEach(link -> links.add(Kept.of(false, link)));
        inEnglish.forEach(link -> links.add(Kept.of(true, link)));
        store.keep(id, number, links);
        outside.note(links.stream().map(Kept::link).toList());
    }
}
