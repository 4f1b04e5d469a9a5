// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.Article.State;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What other modules may ask of the knowledge base: to publish an article, to find what everybody may read. */
@Service
public class Knowledge {

    private final Articles articles;
    private final Rulebooks rulebooks;

    Knowledge(Articles articles, Rulebooks rulebooks) {
        this.articles = articles;
        this.rulebooks = rulebooks;
    }

    /**
     * Publishes an article.
     *
     * @param markdown CommonMark without HTML
     * @param category code of the category of tickets it is about; "" or one that is not there for none
     * @param everybody whether also who does not sign in reads it; else the bodies
     * @param by name of who wrote it
     * @throws it.opencit.shared.Refusal without title or text
     */
    public void publish(String title, String markdown, String category, boolean everybody, String by) {
        articles.add(new Article(
                0,
                title,
                markdown,
                everybody ? Audience.PUBLIC : Audience.MEMBERS,
                State.PUBLISHED,
                rulebooks.current().category(category).map(Category::id).orElse(null),
                null,
                1,
                articles.now(),
                by));
    }

    /**
     * An article that everybody may read.
     *
     * @param address of its page
     * @param beginning of its text
     */
    public record Answer(String title, String beginning, String address) {}

    /** Articles for everybody with some words, those that say most of them first. */
    public List<Answer> search(String words) {
        return articles.search(words, Audience.PUBLIC).stream()
                .map(one -> new Answer(one.title(), one.beginning(), ReadArticleController.PUBLIC + "/" + one.id()))
                .toList();
    }

    /** Which of some articles everybody may read, by the number in their address. */
    public Set<Long> readable(Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : articles.readable(ids, Audience.PUBLIC);
    }
}
