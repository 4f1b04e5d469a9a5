// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.access.Role;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.shared.texts.Markdown;
import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.pages.ReadArticlePage;
import it.opencit.tickets.pages.SimilarArticles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The knowledge base as it is read: by bodies in their area, and what is public by anybody. */
@Controller
class ReadArticleController {

    static final String IN_AREA = Addresses.AREA + "/risposte";
    static final String PUBLIC = "/risposte";

    private final Templates templates;
    private final Articles articles;
    private final PublicForms forms;
    private final TransactionOperations transaction;

    ReadArticleController(
            Templates templates, Articles articles, PublicForms forms, TransactionOperations transaction) {
        this.templates = templates;
        this.articles = articles;
        this.forms = forms;
        this.transaction = transaction;
    }

    @GetMapping(IN_AREA)
    @AllowedTo(Role.REFERENTE)
    JteModel search(@RequestParam(defaultValue = "") String q) {
        return templates.ticketsAnswers(
                IN_AREA, q, ArticleViews.found(articles.search(q, Audience.MEMBERS), IN_AREA), true);
    }

    @GetMapping(PUBLIC)
    @OpenToAll
    JteModel searchPublic(@RequestParam(defaultValue = "") String q) {
        return templates.ticketsAnswers(
                PUBLIC, q, ArticleViews.found(articles.search(q, Audience.PUBLIC), PUBLIC), false);
    }

    @GetMapping(IN_AREA + "/simili")
    @AllowedTo(Role.REFERENTE)
    JteModel similar(@RequestParam(defaultValue = "") String titolo) {
        return templates.ticketsSimilar(
                ArticleViews.similar(articles.similar(titolo, Audience.MEMBERS), IN_AREA, false, !titolo.isBlank()));
    }

    @GetMapping(IN_AREA + "/{id:\\d+}")
    @AllowedTo(Role.REFERENTE)
    JteModel show(@PathVariable long id) {
        return page(articles.get(id, Audience.MEMBERS), IN_AREA, true, FormInput.empty());
    }

    @GetMapping(PUBLIC + "/{id:\\d+}")
    @OpenToAll
    JteModel showPublic(@PathVariable long id) {
        return page(articles.get(id, Audience.PUBLIC), PUBLIC, false, FormInput.empty());
    }

    @PostMapping(IN_AREA + "/{id:\\d+}/parere")
    @AllowedTo(Role.REFERENTE)
    Object rate(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        Article article = articles.get(id, Audience.MEMBERS);
        return rated(
                () -> page(article, IN_AREA, true, form),
                form,
                helpful -> articles.rate(id, helpful, form.typed("text"), Audience.MEMBERS, person.username()),
                IN_AREA + "/" + id,
                flash);
    }

    /** Each form of whoever reads it is a reader of its own: nobody is asked who it is. */
    @PostMapping(PUBLIC + "/{id:\\d+}/parere")
    @OpenToAll
    Object ratePublic(@PathVariable long id, FormInput form, HttpServletRequest request, RedirectAttributes flash) {
        Article article = articles.get(id, Audience.PUBLIC);
        return rated(
                () -> page(article, PUBLIC, false, form),
                form,
                helpful -> {
                    forms.count(PublicForms.Kind.RATING, request.getRemoteAddr());
                    Acting.as(
                            Acting.currentCentre(),
                            Citizens.USERNAME,
                            () -> transaction.execute(_ -> {
                                long reader = forms.take(form.typed("modulo"), form.typed("website"), "parere");
                                articles.rate(
                                        id, helpful, form.typed("text"), Audience.PUBLIC, Citizens.USERNAME + reader);
                                return true;
                            }));
                },
                PUBLIC + "/" + id,
                flash);
    }

    private static Object rated(
            Supplier<JteModel> again, FormInput form, Consumer<Boolean> rating, String next, RedirectAttributes flash) {
        String helpful = form.textOrEmpty("helpful");
        if (!helpful.equals("si") && !helpful.equals("no")) {
            form.reject("helpful", Messages.text("tickets.article.helpful"));
            return Answer.refused(again.get());
        }
        try {
            rating.accept(helpful.equals("si"));
        } catch (Refusal refusal) {
            form.reject(refusal);
            return Answer.refused(again.get());
        }
        flash.addFlashAttribute("notice", "Grazie: serve a scrivere risposte migliori.");
        return "redirect:" + next;
    }

    private JteModel page(Article article, String address, boolean area, FormInput form) {
        return templates.ticketsReadArticle(new ReadArticlePage(
                address,
                address + "/" + article.id() + "/parere",
                article.title(),
                Markdown.html(article.body()),
                Italian.date(article.changed().atZone(Italian.ROME).toLocalDate()),
                area,
                area ? "" : forms.token(),
                form));
    }

    /** What the form of a new ticket offers to a body's person. */
    static SimilarArticles offered(Articles articles, FormInput form) {
        return ArticleViews.similar(
                form.isChecked("cerca") ? articles.similar(form.typed("title"), Audience.MEMBERS) : List.of(),
                IN_AREA,
                false,
                form.isChecked("cerca"));
    }
}
