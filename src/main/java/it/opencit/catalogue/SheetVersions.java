// SPDX-License-Identifier: EUPL-1.2
package it.opencit.catalogue;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of the sheets: written as a draft, published at once or at a time. Every text that was saved stays. What is read
 * elsewhere is the published version, {@link Catalogue#sheet}.
 */
@Service
@Transactional
public class SheetVersions {

    private final SheetStore store;
    private final SheetVersionStore versions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SheetVersions(SheetStore store, SheetVersionStore versions, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** The latest version of a sheet with the attachments that it has now, published or not. */
    @Transactional(readOnly = true)
    public ServiceSheet latest(OfferingId id) {
        SheetStanding standing = standing(id);
        ServiceSheet said = version(id, standing.latest()).sheet();
        return SheetTexts.sheet(
                id,
                name -> SheetTexts.of(said).getOrDefault(name, ""),
                store.find(id).attachments(),
                standing.version());
    }

    /** @throws NotFound when there is no such service */
    @Transactional(readOnly = true)
    SheetStanding standing(OfferingId id) {
        return store.standing(id).orElseThrow(() -> new NotFound("Sheet of offering " + id));
    }

    /** Every version, the latest first. */
    @Transactional(readOnly = true)
    List<SheetVersion> versions(OfferingId id) {
        return versions.all(id);
    }

    /** @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    SheetVersion version(OfferingId id, int number) {
        return versions.find(id, number)
                .orElseThrow(() -> new NotFound("Version " + number + " of the sheet of offering " + id));
    }

    /** Begins the sheet of a new service: what it says is published. */
    void begin(ServiceSheet sheet, String note) {
        store.add(sheet);
        versions.add(new SheetVersion(1, sheet, note, actor(), now()));
    }

    /**
     * Saves the next version, a draft; what is read stays as it is. The same text again makes none.
     *
     * @param changed with the version of the sheet that was read
     * @param author name of who writes
     * @param note why; "" when not said
     * @throws OptimisticLockingFailureException when somebody changed it meanwhile
     */
    void draft(ServiceSheet changed, String author, String note) {
        OfferingId id = changed.offering();
        SheetStanding standing = standing(id);
        boolean same = SheetTexts.of(version(id, standing.latest()).sheet()).equals(SheetTexts.of(changed));
        if (same) {
            store.keep(id, standing.latest(), standing.scheduledAt(), changed.version());
        } else {
            store.keep(id, standing.latest() + 1, null, changed.version());
            versions.add(new SheetVersion(standing.latest() + 1, changed, note, author, now()));
        }
    }

    /** Saves the next version and lets everybody read it. As {@link #draft} otherwise. */
    void publish(ServiceSheet changed, String author, String note) {
        draft(changed, author, note);
        publish(changed.offering());
    }

    /** As {@link #publish(ServiceSheet, String, String)}, by whoever acts. */
    void publish(ServiceSheet changed) {
        publish(changed, actor(), "");
    }

    /** Makes an old version the latest again, as a draft. */
    void restore(OfferingId id, int number, String author, int version) {
        ServiceSheet old = version(id, number).sheet();
        draft(
                SheetTexts.sheet(id, name -> SheetTexts.of(old).getOrDefault(name, ""), List.of(), version),
                author,
                Messages.text("catalogue.sheet.restored", number));
    }

    /**
     * Says when the latest version is to be published by itself.
     *
     * @param at {@code null} when it no longer is
     * @throws Refusal when it is published already, or for a time that is past
     * @throws OptimisticLockingFailureException when somebody changed it meanwhile
     */
    void schedule(OfferingId id, @Nullable Instant at, int version) {
        SheetStanding standing = checkDraft(id);
        if (at != null && !at.isAfter(now())) {
            throw Refusal.inField("at", "catalogue.sheet.scheduled-past");
        }
        store.keep(id, standing.latest(), at, version);
    }

    /**
     * Lets everybody read the latest version.
     *
     * @throws Refusal when they do already
     * @throws OptimisticLockingFailureException when somebody changed it meanwhile
     */
    void publish(OfferingId id, int version) {
        SheetStanding standing = checkDraft(id);
        store.keep(id, standing.latest(), null, version);
        publish(id);
    }

    /** Publishes what was scheduled and is due. */
    public void publishDue() {
        store.due(now()).forEach(this::publish);
    }

    private void publish(OfferingId id) {
        int latest = standing(id).latest();
        store.publish(version(id, latest).sheet(), latest);
        events.publishEvent(new OfferingChanged(id));
    }

    private SheetStanding checkDraft(OfferingId id) {
        SheetStanding standing = standing(id);
        if (!standing.isDraft()) {
            throw new Refusal("catalogue.sheet.no-draft");
        }
        return standing;
    }

    private static String actor() {
        Acting acting = Acting.current();
        return acting == null ? Acting.PROGRAM : Objects.requireNonNullElse(acting.actor(), Acting.PROGRAM);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
