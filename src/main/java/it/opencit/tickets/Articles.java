// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.Article.Feedback;
import it.opencit.tickets.Article.Found;
import it.opencit.tickets.Article.Listed;
import it.opencit.tickets.Article.State;
import it.opencit.tickets.Article.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The knowledge base: answers written once and found by many. */
@Service
class Articles {

    private static final int SIMILAR = 5;
    private static final int FOUND = 50;
    private static final int SHORTEST_TITLE = 4;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_FEEDBACK = 2_000;

    private final ArticleStore store;
    private final TicketReader tickets;
    private final Clock clock;

    Articles(ArticleStore store, TicketReader tickets, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * An article.
     *
     * @throws NotFound when there is none, or, for others than the office, when it is not published for them
     */
    @Transactional(readOnly = true)
    public Article get(long id, Audience reader) {
        return store.find(id)
                .filter(one -> reader == Audience.OFFICE
                        || one.state() == State.PUBLISHED && one.audience().reaches(reader))
                .orElseThrow(() -> new NotFound("Article " + id));
    }

    @Transactional(readOnly = true)
    public List<Found> search(String words, Audience reader) {
        return store.search(cut(words), reader, FOUND);
    }

    /**
     * Articles with some words, or all, the latest changed first.
     *
     * @param state of those asked for; {@code null} for any. Others than the office find those published for them, whatever it is
     * @param after the last one of the page before; {@code null} for the first page
     */
    @Transactional(readOnly = true)
    public List<Listed> page(
            String words, @Nullable State state, Audience reader, @Nullable Position after, int limit) {
        Set<State> states = reader != Audience.OFFICE
                ? EnumSet.of(State.PUBLISHED)
                : state == null ? EnumSet.allOf(State.class) : EnumSet.of(state);
        return store.page(cut(words), states, reader, after, limit);
    }

    /** Which of some articles are published for a reader. */
    @Transactional(readOnly = true)
    public Set<Long> readable(Collection<Long> ids, Audience reader) {
        return store.readable(ids, reader);
    }

    /** What may answer a question before it is asked. */
    @Transactional(readOnly = true)
    public List<Found> similar(String title, Audience reader) {
        String words = cut(title);
        return words.length() < SHORTEST_TITLE ? List.of() : store.similar(words, reader, SIMILAR);
    }

    /**
     * Makes a draft of the latest answer of a ticket, for the office alone until somebody has read it again; a ticket that
     * has one already gives that one.
     *
     * @throws Refusal when nobody has answered yet
     */
    @Transactional
    public long from(TicketNumber number, String by) {
        return store.of(number).orElseGet(() -> {
            WholeTicket whole = tickets.get(number, Viewer.OFFICE).whole();
            String answer = whole.entries().reversed().stream()
                    .filter(entry -> entry.fromOffice() && entry.visibility() == Visibility.PUBLIC)
                    .map(Entry::text)
                    .findFirst()
                    .orElseThrow(() -> new Refusal("tickets.article.no-answer"));
            Ticket ticket = whole.ticket();
            return store.add(new Article(
                    0,
                    ticket.title(),
                    Messages.text("tickets.article.from", ticket.description(), answer),
                    Audience.OFFICE,
                    State.DRAFT,
                    ticket.category(),
                    number,
                    1,
                    now(),
                    by));
        });
    }

    @Transactional
    public long add(Article article) {
        return store.add(article);
    }

    @Transactional
    public void change(Article article) {
        store.change(article);
    }

    @Transactional(readOnly = true)
    public List<Version> versions(long id) {
        return store.versions(id);
    }

    @Transactional(readOnly = true)
    public String body(long id, int version) {
        return store.body(id, version).orElseThrow(() -> new NotFound("Article " + id + " version " + version));
    }

    /**
     * Keeps whether an article served; who says it again changes its mind.
     *
     * @throws NotFound when it is not published for the reader
     */
    @Transactional
    public void rate(long id, boolean helpful, String text, Audience reader, String author) {
        get(id, reader);
        String written = text.strip();
        if (written.length() > LONGEST_FEEDBACK) {
            throw Refusal.inField("text", "tickets.too-long", LONGEST_FEEDBACK, written.length());
        }
        store.keep(id, new Feedback(helpful, written, now(), author));
    }

    @Transactional(readOnly = true)
    public List<Feedback> feedback(long id) {
        return store.feedback(id);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cut(String words) {
        String stripped = words.strip();
        return stripped.length() > LONGEST_WORDS ? stripped.substring(0, LONGEST_WORDS) : stripped;
    }
}
