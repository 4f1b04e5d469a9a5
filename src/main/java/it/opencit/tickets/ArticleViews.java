// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.shared.pages.Italian;
import it.opencit.shared.texts.Markdown;
import it.opencit.tickets.Article.Feedback;
import it.opencit.tickets.Article.Found;
import it.opencit.tickets.Article.Version;
import it.opencit.tickets.pages.ArticlePage;
import it.opencit.tickets.pages.FoundArticle;
import it.opencit.tickets.pages.SimilarArticles;
import java.util.List;

/** Articles in the words of the pages. */
final class ArticleViews {

    private ArticleViews() {}

    static List<FoundArticle> found(List<Found> articles, String address) {
        return articles.stream()
                .map(one -> new FoundArticle(one.title(), one.beginning().strip(), address + "/" + one.id()))
                .toList();
    }

    static SimilarArticles similar(List<Found> articles, String address, boolean office, boolean asked) {
        return new SimilarArticles(address + "/simili", found(articles, address), office, asked);
    }

    static ArticlePage inOffice(Article article, Rulebook rules, List<Version> versions, List<Feedback> feedback) {
        Long category = article.category();
        TicketNumber ticket = article.ticket();
        String address = ArticleController.ARTICLES + "/" + article.id();
        return new ArticlePage(
                address,
                article.title(),
                Markdown.html(article.body()),
                Italian.moment(article.changed()) + ", " + article.changedBy(),
                article.state().label(),
                article.audience().label(),
                category == null ? "" : rules.title(rules.category(category)),
                ticket == null ? "" : ticket.toString(),
                ticket == null ? "" : Addresses.of(ticket),
                versions.stream()
                        .map(one -> new ArticlePage.Version(
                                Integer.toString(one.number()),
                                address + "/versioni/" + one.number(),
                                Italian.moment(one.at()),
                                one.author(),
                                one.state().label() + ", "
                                        + one.audience().label().toLowerCase(java.util.Locale.ITALIAN)))
                        .toList(),
                feedback.stream().filter(Feedback::helpful).count(),
                feedback.size(),
                feedback.stream()
                        .filter(one -> !one.text().isEmpty())
                        .map(one -> new ArticlePage.Said(
                                one.helpful() ? "È servito" : "Non è servito",
                                one.text(),
                                Italian.moment(one.at()),
                                author(one)))
                        .toList());
    }

    private static String author(Feedback feedback) {
        return feedback.author().startsWith(Citizens.USERNAME) ? "chi legge senza accesso" : feedback.author();
    }
}
