// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.access.SignedIn;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.ExportFormat;
import it.opencit.shared.lists.Exports;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.lists.Lists;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.texts.Markdown;
import it.opencit.tickets.Article.Audience;
import it.opencit.tickets.Article.State;
import it.opencit.tickets.pages.SimilarArticles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The knowledge base as the office writes it. */
@Controller
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE, Role.REDATTORE})
class ArticleController {

    static final String ARTICLES = Addresses.BOARD + "/conoscenza";
    private static final String ONE = ARTICLES + "/{id:\\d+}";

    private final Templates templates;
    private final Articles articles;
    private final Rulebooks rulebooks;
    private final Lists lists;
    private final Exports exports;

    ArticleController(Templates templates, Articles articles, Rulebooks rulebooks, Lists lists, Exports exports) {
        this.templates = templates;
        this.articles = articles;
        this.rulebooks = rulebooks;
        this.lists = lists;
        this.exports = exports;
    }

    @GetMapping(ARTICLES)
    JteModel list(ListRequest request) {
        return templates.ticketsArticles(lists.page(ArticleList.listing(), request));
    }

    @GetMapping(ARTICLES + "/conoscenza.{format}")
    void export(@PathVariable ExportFormat format, ListRequest request, HttpServletResponse response)
            throws IOException {
        exports.send(ArticleList.listing(), request, format, response);
    }

    @GetMapping(ARTICLES + "/simili")
    JteModel similar(@RequestParam(defaultValue = "") String titolo) {
        return templates.ticketsSimilar(
                ArticleViews.similar(articles.similar(titolo, Audience.OFFICE), ARTICLES, true, !titolo.isBlank()));
    }

    @GetMapping(ONE)
    JteModel show(@PathVariable long id) {
        return templates.ticketsArticle(ArticleViews.inOffice(
                articles.get(id, Audience.OFFICE), rulebooks.current(), articles.versions(id), articles.feedback(id)));
    }

    @GetMapping(ONE + "/versioni/{version:\\d+}")
    JteModel version(@PathVariable long id, @PathVariable int version) {
        Article article = articles.get(id, Audience.OFFICE);
        return templates.ticketsArticleVersion(
                article.title(), ARTICLES + "/" + id, version, Markdown.html(articles.body(id, version)));
    }

    @PostMapping(ARTICLES + "/da-ticket/{number:\\d+}")
    @AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
    String fromTicket(@PathVariable TicketNumber number, SignedIn person, RedirectAttributes flash) {
        try {
            long id = articles.from(number, person.displayName());
            flash.addFlashAttribute(
                    "notice", "È una bozza che legge solo il centro: togli nomi e dati delle persone, poi pubblicala.");
            return "redirect:" + ARTICLES + "/" + id + "/modifica";
        } catch (Refusal refusal) {
            flash.addFlashAttribute("warning", refusal.inItalian());
            return "redirect:" + Addresses.of(number);
        }
    }

    @GetMapping(ARTICLES + "/nuovo")
    JteModel fresh() {
        return form(FormInput.empty().with("audience", Audience.MEMBERS).with("state", State.DRAFT), null);
    }

    @PostMapping(ARTICLES + "/nuovo")
    Object add(FormInput form, SignedIn person, RedirectAttributes flash) {
        Article article = read(form, null, person);
        if (article == null) {
            return Answer.refused(form(form, null));
        }
        long id = articles.add(article);
        flash.addFlashAttribute("notice", "Articolo salvato.");
        return "redirect:" + ARTICLES + "/" + id;
    }

    @GetMapping(ONE + "/modifica")
    JteModel edit(@PathVariable long id) {
        Article article = articles.get(id, Audience.OFFICE);
        Long category = article.category();
        return form(
                FormInput.empty()
                        .with("version", article.version())
                        .with("title", article.title())
                        .with("body", article.body())
                        .with("audience", article.audience())
                        .with("state", article.state())
                        .with(
                                "category",
                                category == null
                                        ? null
                                        : rulebooks.current().category(category).code()),
                article);
    }

    @PostMapping(ONE + "/modifica")
    Object change(@PathVariable long id, FormInput form, SignedIn person, RedirectAttributes flash) {
        Article before = articles.get(id, Audience.OFFICE);
        Article article = read(form, before, person);
        if (article == null) {
            return Answer.refused(form(form, before));
        }
        try {
            articles.change(article);
        } catch (OptimisticLockingFailureException e) {
            Article now = articles.get(id, Audience.OFFICE);
            form.reject("", Messages.text("tickets.article.changed", now.changedBy()));
            form.with("version", now.version());
            return Answer.refused(form(form, now));
        }
        flash.addFlashAttribute("notice", "Articolo salvato: è la versione " + (article.version() + 1) + ".");
        return "redirect:" + ARTICLES + "/" + id;
    }

    private @Nullable Article read(FormInput form, @Nullable Article before, SignedIn person) {
        Audience audience = form.choice("audience", Audience.class);
        State state = form.choice("state", State.class);
        String version = form.textOrEmpty("version");
        Long category = rulebooks
                .current()
                .category(form.textOrEmpty("category"))
                .map(Category::id)
                .orElse(null);
        try {
            Article article = new Article(
                    before == null ? 0 : before.id(),
                    form.typed("title"),
                    form.typed("body").replace("\r\n", "\n"),
                    Objects.requireNonNullElse(audience, Audience.OFFICE),
                    Objects.requireNonNullElse(state, State.DRAFT),
                    category,
                    before == null ? null : before.ticket(),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 1,
                    articles.now(),
                    person.displayName());
            return form.isValid() ? article : null;
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private JteModel form(FormInput form, @Nullable Article before) {
        List<Option> audiences = Arrays.stream(Audience.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
        List<Option> states = Arrays.stream(State.values())
                .map(one -> new Option(one.name(), one.label()))
                .toList();
        return templates.ticketsArticleForm(
                form,
                before == null ? ARTICLES + "/nuovo" : ARTICLES + "/" + before.id() + "/modifica",
                before == null ? ARTICLES : ARTICLES + "/" + before.id(),
                before == null ? "Nuovo articolo" : "Modifica l'articolo",
                audiences,
                states,
                SettingsForms.categories(rulebooks.current(), "Nessuna"));
    }

    /** What the form of a new ticket offers to the office. */
    static SimilarArticles offered(Articles articles, FormInput form) {
        return ArticleViews.similar(
                form.isChecked("cerca") ? articles.similar(form.typed("title"), Audience.OFFICE) : List.of(),
                ARTICLES,
                true,
                form.isChecked("cerca"));
    }
}
