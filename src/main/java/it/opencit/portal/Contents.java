// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Why;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The life of a content: written, reviewed, published, archived. Every text that was saved stays. */
@Service
@Transactional
class Contents {

    private final ContentStore store;
    private final VersionLinks links;
    private final Why why;
    private final Clock clock;

    Contents(ContentStore store, VersionLinks links, Why why, Clock clock) {
        this.store = store;
        this.links = links;
        this.why = why;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such content */
    @Transactional(readOnly = true)
    public Content get(ContentId id) {
        return store.find(id).orElseThrow(() -> new NotFound("Content " + id));
    }

    /** @throws NotFound when there is no such version */
    @Transactional(readOnly = true)
    public ContentVersion version(ContentId id, int number) {
        return store.version(id, number).orElseThrow(() -> new NotFound("Version " + number + " of content " + id));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ContentVersion.Line> versions(ContentId id) {
        return store.versions(id);
    }

    /** The files that went with any of its versions. */
    @Transactional(readOnly = true)
    public Set<FileId> files(ContentId id) {
        return store.files(id);
    }

    /**
     * Begins a content with its first version, a draft.
     *
     * @param section of a page; {@code null} for anything else
     * @param slug last part of its address
     * @param author name of who writes
     * @throws Refusal for an address that is taken or not well written, or a text that lacks something
     */
    public ContentId add(
            ContentKind kind, @Nullable Section section, String slug, int weight, ContentDraft draft, String author) {
        check(kind, slug, draft, null);
        ContentId id = store.add(kind, section, slug, weight, draft.italian().title());
        addVersion(id, new ContentVersion(1, draft, "", author, now()));
        return id;
    }

    /** As {@link #add}, at the address or, where that is taken, at the first free one that follows it: {@code avviso-2}. */
    public ContentId addAtFree(
            ContentKind kind, @Nullable Section section, String slug, int weight, ContentDraft draft, String author) {
        String free = slug;
        for (int number = 2; store.isTaken(kind, free, null); number++) {
            free = slug + "-" + number;
        }
        return add(kind, section, free, weight, draft, author);
    }

    /**
     * Saves the next version, a draft; what the public reads stays as it is. The same text again makes none.
     *
     * @param changed the content as it was read, with the address, section and weight that it is to have
     * @param note why; "" when not said
     * @throws Refusal as for {@link #add}
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile
     */
    public void save(Content changed, ContentDraft draft, String author, String note) {
        check(changed.kind(), changed.slug(), draft, changed.id());
        boolean same = version(changed.id(), changed.latest()).draft().equals(draft);
        int latest = same ? changed.latest() : changed.latest() + 1;
        ContentState state = same ? changed.state() : ContentState.DRAFT;
        Content saved = with(changed, latest, state, state == ContentState.SCHEDULED ? changed.scheduledAt() : null);
        why.because(note, () -> store.save(saved, draft.italian().title()));
        if (!same) {
            addVersion(changed.id(), new ContentVersion(latest, draft, note, author, now()));
        }
    }

    private void addVersion(ContentId id, ContentVersion version) {
        store.addVersion(id, version);
        links.keep(id, version);
    }

    /** Makes an old version the latest again, as a draft. */
    public void restore(Content content, int number, String author) {
        save(content, version(content.id(), number).draft(), author, Messages.text("portal.content.restored", number));
    }

    /**
     * Brings the latest version to another state.
     *
     * @param at when it is to be published, for {@link ContentState#SCHEDULED} only
     * @throws Refusal for a state that does not follow, or an event without its time
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile
     */
    public void move(Content content, ContentState to, @Nullable Instant at) {
        if (!content.state().next().contains(to)) {
            throw new Refusal(
                    "portal.content.transition",
                    content.state().label(),
                    content.state().next().stream().map(ContentState::label).collect(Collectors.joining(", ")));
        }
        ContentDraft latest = version(content.id(), content.latest()).draft();
        boolean shown = to == ContentState.PUBLISHED || to == ContentState.SCHEDULED;
        if (shown && content.kind() == ContentKind.EVENT && latest.event().starts() == null) {
            throw Refusal.inField("startsOn", "portal.event.starts");
        }
        if (to == ContentState.SCHEDULED && (at == null || !at.isAfter(now()))) {
            throw Refusal.inField("at", "portal.content.scheduled-past");
        }
        // Published and archived are written below; the row's version is checked here for all.
        ContentState written = to == ContentState.PUBLISHED || to == ContentState.ARCHIVED ? ContentState.DRAFT : to;
        store.save(
                with(content, content.latest(), written, to == ContentState.SCHEDULED ? at : null),
                latest.italian().title());
        switch (to) {
            case PUBLISHED -> store.publish(content.id(), now());
            case ARCHIVED -> store.archive(content.id());
            case DRAFT, REVIEW, SCHEDULED -> {}
        }
    }

    /** Publishes what was scheduled and is due. */
    public int publishDue() {
        List<ContentId> due = store.due(now());
        due.forEach(id -> store.publish(id, now()));
        return due.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void check(ContentKind kind, String slug, ContentDraft draft, @Nullable ContentId except) {
        if (draft.italian().title().isBlank() || draft.italian().title().length() > 200) {
            throw Refusal.inField("title", "portal.content.title");
        }
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 100) {
            throw Refusal.inField("slug", "portal.content.slug");
        }
        if (store.isTaken(kind, slug, except)) {
            throw Refusal.inField("slug", "portal.content.slug-taken", slug);
        }
        EventDetails event = draft.event();
        if (event.ends() != null && (event.starts() == null || event.ends().isBefore(event.starts()))) {
            throw Refusal.inField("endsOn", "portal.event.ends");
        }
        if (draft.english().isEmpty()
                && !(draft.english().summary() + draft.english().body()).isBlank()) {
            throw Refusal.inField("titleEn", "portal.content.title-en");
        }
    }

    private static Content with(Content content, int latest, ContentState state, @Nullable Instant scheduled) {
        return new Content(
                content.id(),
                content.kind(),
                content.section(),
                content.slug(),
                state,
                latest,
                content.published(),
                content.publishedAt(),
                scheduled,
                content.title(),
                content.weight(),
                content.version());
    }
}
