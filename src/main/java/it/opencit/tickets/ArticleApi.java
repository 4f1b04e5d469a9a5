// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.Article.Listed;
import it.opencit.tickets.Article.State;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base, for other programs: the office reads and writes all of it, a body's person reads what is published for it. */
@RestController
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
class ArticleApi {

    static final String ARTICLES = "/api/v1/tickets/articles";

    private static final String ONE = ARTICLES + "/{id:\\d+}";

    private final Articles articles;
    private final Rulebooks rulebooks;

    ArticleApi(Articles articles, Rulebooks rulebooks) {
        this.articles = articles;
        this.rulebooks = rulebooks;
    }

    /**
     * An article of the list.
     *
     * @param category code; "" for none
     * @param version to change it with; each change is one
     */
    record ArticleSummary(
            String id,
            String title,
            String beginning,
            Audience audience,
            State state,
            String category,
            int version,
            Instant changedAt) {}

    /** A page of the list. */
    record ApiArticles(List<ArticleSummary> items, @Nullable String next) {}

    /**
     * An article.
     *
     * @param body Markdown
     * @param category code; "" for none
     * @param ticket whose answer it comes from; {@code null} for none, and always for a body's person
     * @param changedBy name; "" for a body's person
     * @param versions latest first; none for a body's person
     * @param feedback whether it served, latest first; none for a body's person
     */
    record ApiArticle(
            String id,
            String title,
            String body,
            Audience audience,
            State state,
            String category,
            @Nullable TicketNumber ticket,
            int version,
            Instant changedAt,
            String changedBy,
            List<ArticleVersion> versions,
            List<ArticleFeedback> feedback) {}

    /** A version as it was. */
    record ArticleVersion(int number, String title, Audience audience, State state, Instant at, String author) {

        static ArticleVersion of(Article.Version version) {
            return new ArticleVersion(
                    version.number(),
                    version.title(),
                    version.audience(),
                    version.state(),
                    version.at(),
                    version.author());
        }
    }

    /** Whether it served somebody; {@code author} is a user name. */
    record ArticleFeedback(boolean helpful, String text, Instant at, String author) {

        static ArticleFeedback of(Article.Feedback feedback) {
            return new ArticleFeedback(feedback.helpful(), feedback.text(), feedback.at(), feedback.author());
        }
    }

    /** The text of a version. */
    record ArticleText(int number, String body) {}

    /**
     * A new article, or what changes of one; what is not said stays as it is.
     *
     * @param body Markdown without HTML
     * @param audience of a new one OFFICE when it is not said
     * @param state of a new one DRAFT when it is not said; PUBLISHED shows it to its audience
     * @param category code; "" for none
     * @param version of a change, the one that was read; without it whatever changed since goes
     */
    record ArticleWriting(
            @Nullable String title,
            @Nullable String body,
            @Nullable Audience audience,
            @Nullable State state,
            @Nullable String category,
            @Nullable Integer version) {}

    /** Whether an article served; {@code text} says more. */
    record ArticleRating(
            @Nullable Boolean helpful, @Nullable String text) {}

    /**
     * Articles a page at a time, the latest changed first.
     *
     * @param q words of title and text
     * @param state for the office; others find those published for them
     */
    @GetMapping(ARTICLES)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE, Role.REFERENTE})
    ApiArticles list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            SignedIn person) {
        int most = TicketApi.limited(limit);
        List<Listed> found =
                articles.page(q, state, reader(person), cursor.isEmpty() ? null : Position.read(cursor), most + 1);
        List<Listed> shown = found.subList(0, Math.min(most, found.size()));
        return new ApiArticles(
                shown.stream()
                        .map(one -> new ArticleSummary(
                                Long.toString(one.id()),
                                one.title(),
                                one.beginning(),
                                one.audience(),
                                one.state(),
                                code(one.category()),
                                one.version(),
                                one.changed()))
                        .toList(),
                found.size() > most
                        ? new Position(
                                        shown.getLast().changed(),
                                        shown.getLast().id())
                                .write()
                        : null);
    }

    @GetMapping(ONE)
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE, Role.REFERENTE})
    ApiArticle show(@PathVariable long id, SignedIn person) {
        Audience reader = reader(person);
        boolean office = reader == Audience.OFFICE;
        Article article = articles.get(id, reader);
        return new ApiArticle(
                Long.toString(id),
                article.title(),
                article.body(),
                article.audience(),
                article.state(),
                code(article.category()),
                office ? article.ticket() : null,
                article.version(),
                article.changed(),
                office ? article.changedBy() : "",
                office ? articles.versions(id).stream().map(ArticleVersion::of).toList() : List.of(),
                office ? articles.feedback(id).stream().map(ArticleFeedback::of).toList() : List.of());
    }

    @GetMapping(ONE + "/versions/{version:\\d+}")
    ArticleText version(@PathVariable long id, @PathVariable int version) {
        return new ArticleText(version, articles.body(id, version));
    }

    @PostMapping(ARTICLES)
    ResponseEntity<ApiArticle> add(@RequestBody ArticleWriting writing, SignedIn person) {
        long id = articles.add(new Article(
                0,
                TicketApi.text(writing.title()),
                TicketApi.text(writing.body()),
                Objects.requireNonNullElse(writing.audience(), Audience.OFFICE),
                Objects.requireNonNullElse(writing.state(), State.DRAFT),
                category(writing.category()),
                null,
                1,
                articles.now(),
                person.displayName()));
        return created(id, person);
    }

    /** Makes a draft of the latest answer of a ticket; a ticket that has one already gives that one. */
    @PostMapping("/api/v1/tickets/{number}/article")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    ResponseEntity<ApiArticle> fromTicket(@PathVariable TicketNumber number, SignedIn person) {
        return created(articles.from(number, person.displayName()), person);
    }

    @PatchMapping(ONE)
    ApiArticle change(@PathVariable long id, @RequestBody ArticleWriting writing, SignedIn person) {
        Article before = articles.get(id, Audience.OFFICE);
        Integer seen = writing.version();
        articles.change(new Article(
                id,
                Objects.requireNonNullElse(writing.title(), before.title()),
                Objects.requireNonNullElse(writing.body(), before.body()),
                Objects.requireNonNullElse(writing.audience(), before.audience()),
                Objects.requireNonNullElse(writing.state(), before.state()),
                writing.category() == null ? before.category() : category(writing.category()),
                before.ticket(),
                seen == null ? before.version() : seen,
                articles.now(),
                person.displayName()));
        return show(id, person);
    }

    /** Says whether an article served; who says it again changes its mind. */
    @PutMapping(ONE + "/feedback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(Role.REFERENTE)
    void rate(@PathVariable long id, @RequestBody ArticleRating rating, SignedIn person) {
        Boolean helpful = rating.helpful();
        if (helpful == null) {
            throw Refusal.inField("helpful", "tickets.api.field", "helpful");
        }
        articles.rate(id, helpful, TicketApi.text(rating.text()), Audience.MEMBERS, person.username());
    }

    private ResponseEntity<ApiArticle> created(long id, SignedIn person) {
        return ResponseEntity.created(URI.create(ARTICLES + "/" + id)).body(show(id, person));
    }

    private static Audience reader(SignedIn person) {
        return person.isOneOf(Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE)
                ? Audience.OFFICE
                : Audience.MEMBERS;
    }

    private String code(@Nullable Long category) {
        return category == null ? "" : rulebooks.current().category(category).code();
    }

    private @Nullable Long category(@Nullable String code) {
        String stripped = TicketApi.text(code);
        return stripped.isEmpty()
                ? null
                : TicketApi.category(rulebooks.current(), stripped).id();
    }
}
