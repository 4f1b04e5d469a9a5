// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.centres.Centres;
import it.opencit.notices.Mail;
import it.opencit.notices.Notices;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.Consents;
import it.opencit.tickets.SignedLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The places of events. They are given out one at a time, in the order in which people come: when there are none left one
 * waits, and the first who waits takes the place of who gives up.
 */
@Service
@Transactional
class Enrolments {

    static final String LINK = "/iscrizioni";

    private static final String PURPOSE = "iscrizione";

    /** After it has begun: who did not come may still say so, and the link of an old mail leads somewhere. */
    private static final Duration LINK_LASTS = Duration.ofDays(30);

    private final EnrolmentStore store;
    private final PublishedStore published;
    private final Consents consents;
    private final SignedLinks links;
    private final Notices notices;
    private final Centres centres;
    private final TransactionOperations transaction;
    private final Clock clock;

    Enrolments(
            EnrolmentStore store,
            PublishedStore published,
            Consents consents,
            SignedLinks links,
            Notices notices,
            Centres centres,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.published = published;
        this.consents = consents;
        this.links = links;
        this.notices = notices;
        this.centres = centres;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An event as who wants to come sees it.
     *
     * @param free places left; 0 when one would wait
     * @param open whether one may still enrol
     */
    record Event(Published content, int free, boolean open) {}

    /** @throws NotFound for an address where no event is, or one to which nobody has to enrol */
    @Transactional(readOnly = true)
    public Event event(String slug) {
        Published content = find(slug);
        return new Event(content, free(content), isOpen(content));
    }

    /**
     * Takes somebody in, or lets it wait, and tells it by mail.
     *
     * @param person with whatever number, event and state: it gets its own
     * @return the token of its own page
     * @throws Refusal when it is too late, or the address is known already
     */
    public String enrol(String slug, Enrolment person) {
        Published content = find(slug);
        store.lock(content.id());
        // What was read before waiting for the lock may have changed meanwhile.
        content = find(slug);
        if (!isOpen(content)) {
            throw new Refusal("portal.enrolment.closed");
        }
        if (store.isKnown(content.id(), person.email())) {
            throw Refusal.inField("email", "portal.enrolment.already");
        }
        fill(content);
        Enrolment asked = person.at(content.id(), free(content) > 0 ? EnrolmentState.ENROLLED : EnrolmentState.WAITING);
        long id = store.add(asked, consents.current(), now());
        tell(id, asked, content, asked.state() == EnrolmentState.ENROLLED ? "enrolled" : "waiting");
        return token(id, content);
    }

    /** An enrolment and its event. */
    record Own(Enrolment enrolment, Published event) {}

    /** @throws NotFound for a token that the centre did not sign, or that has expired */
    public Own byToken(String token) {
        Enrolment enrolment = links.read(PURPOSE, token, clock.instant())
                .flatMap(store::find)
                .orElseThrow(() -> new NotFound("No such enrolment"));
        return new Own(enrolment, byId(enrolment.event()).orElseThrow(() -> new NotFound("The event is gone")));
    }

    /** Gives a place up; the first who waits takes it. Twice is once. */
    public void giveUp(String token) {
        Own own = byToken(token);
        store.lock(own.enrolment().event());
        Enrolment now = store.find(own.enrolment().id()).orElseThrow();
        if (now.state() == EnrolmentState.GIVEN_UP) {
            return;
        }
        store.change(now.id(), EnrolmentState.GIVEN_UP, now());
        tell(now.id(), now, own.event(), "given-up");
        fill(own.event());
    }

    /** Gives to who waits the places that the editors have added. One centre after the other. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void fillAll() {
        centres.all()
                .forEach(centre -> Acting.as(
                        centre.id(),
                        Acting.PROGRAM,
                        () -> transaction.executeWithoutResult(_ -> store.waitedFor(clock.instant())
                                .forEach(id -> {
                                    if (store.lock(id)) {
                                        byId(id).ifPresent(this::fill);
                                    }
                                }))));
    }

    /** Call it with the event locked. */
    private void fill(Published event) {
        Instant starts = event.said().event().starts();
        int free = free(event);
        if (free == 0 || starts == null || !starts.isAfter(clock.instant())) {
            return;
        }
        List<Enrolment> next = store.waiting(event.id(), free);
        for (Enrolment one : next) {
            store.change(one.id(), EnrolmentState.ENROLLED, now());
            tell(one.id(), one, event, "let-in");
        }
    }

    private void tell(long id, Enrolment person, Published event, String what) {
        SiteText text = SiteText.in(person.language());
        String title = event.in(person.language()).title();
        String link = links.address(person.language().address(LINK + "/" + token(id, event)));
        notices.send(new Mail(
                "iscrizione-" + id + "-" + what,
                person.email(),
                text.get("enrolment.mail." + what + ".subject", title),
                text.get(
                        "enrolment.mail." + what,
                        person.name(),
                        title,
                        Cards.when(event.said().event(), text),
                        event.said().event().place(),
                        link,
                        centres.current().name()),
                List.of()));
    }

    private String token(long id, Published event) {
        Instant starts = Objects.requireNonNull(event.said().event().starts());
        return links.token(PURPOSE, id, starts.truncatedTo(ChronoUnit.SECONDS).plus(LINK_LASTS));
    }

    private int free(Published content) {
        Integer seats = content.said().event().seats();
        return seats == null ? 0 : Math.max(0, seats - store.count(content.id(), EnrolmentState.ENROLLED));
    }

    private boolean isOpen(Published content) {
        Instant until = content.said().event().enrolmentEnds();
        return until != null
                && until.isAfter(clock.instant())
                && !centres.current().privacyText().isBlank();
    }

    private Published find(String slug) {
        return published
                .find(ContentKind.EVENT, null, slug)
                .filter(one ->
                        one.said().event().seats() != null && one.said().event().starts() != null)
                .orElseThrow(() -> new NotFound("No event to enrol to at " + slug));
    }

    private Optional<Published> byId(ContentId id) {
        return store.slug(id)
                .flatMap(slug -> published.find(ContentKind.EVENT, null, slug))
                .filter(one -> one.said().event().starts() != null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
