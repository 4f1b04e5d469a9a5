// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.Language;
import it.opencit.portal.pages.ShownPicture;
import it.opencit.portal.pages.SiteCard;
import it.opencit.portal.pages.SiteContent.Fact;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.pages.Italian;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contents as lists show them, in the words of the reader's language. */
final class Cards {

    private Cards() {}

    /** @param kinds whether each says what it is: in lists where they are mixed */
    static List<SiteCard> of(List<Teaser> teasers, Visit visit, boolean kinds) {
        return teasers.stream().map(one -> of(one, visit, kinds, null)).toList();
    }

    /** @param pictures of the library, by number */
    static List<SiteCard> of(List<Teaser> teasers, Visit visit, Map<Long, ShownPicture> pictures) {
        return teasers.stream()
                .map(one -> of(one, visit, false, one.picture() == null ? null : pictures.get(one.picture())))
                .toList();
    }

    private static SiteCard of(Teaser teaser, Visit visit, boolean kind, @Nullable ShownPicture picture) {
        SiteText text = visit.text();
        ContentText said = teaser.in(visit.language());
        String language = foreign(teaser.written(visit.language()), visit);
        return new SiteCard(
                kind ? text.get("kind." + teaser.kind().name()) : "",
                said.title(),
                said.summary(),
                visit.to(teaser.address()),
                language,
                language,
                facts(teaser, text),
                teaser.project().progress(),
                picture);
    }

    /** The language of a text when it is not the page's own. */
    static @Nullable String foreign(Language written, Visit visit) {
        return written == visit.language() ? null : written.tag();
    }

    private static List<String> facts(Teaser teaser, SiteText text) {
        List<String> facts = new ArrayList<>();
        switch (teaser.kind()) {
            case NEWS -> facts.add(text.day(teaser.publishedAt()));
            case EVENT -> {
                facts.add(when(teaser.event(), text));
                if (!teaser.event().place().isEmpty()) {
                    facts.add(teaser.event().place());
                }
            }
            case PROJECT -> projectState(teaser.project(), text, facts);
            case PAGE -> {}
        }
        return facts;
    }

    private static void projectState(ProjectDetails project, SiteText text, List<String> facts) {
        if (project.state() != null) {
            facts.add(text.get("project." + project.state().name()));
        }
    }

    /** {@code 3 dicembre 2026, ore 9:30 - 12:30}, or two days. */
    static String when(EventDetails event, SiteText text) {
        Instant starts = event.starts();
        Instant ends = event.ends();
        if (starts == null) {
            return "";
        }
        if (ends == null) {
            return text.moment(starts);
        }
        return day(starts).equals(day(ends))
                ? text.get("moment.range", text.day(starts), text.time(starts), text.time(ends))
                : text.get("moment.days", text.moment(starts), text.moment(ends));
    }

    static List<Fact> facts(Published content, SiteText text) {
        List<Fact> facts = new ArrayList<>();
        EventDetails event = content.said().event();
        ProjectDetails project = content.said().project();
        switch (content.kind()) {
            case NEWS -> facts.add(new Fact(text.get("content.date"), text.day(content.publishedAt())));
            case EVENT -> {
                add(facts, text.get("event.when"), when(event, text));
                add(facts, text.get("event.where"), event.place());
                Integer seats = event.seats();
                Instant until = event.enrolmentEnds();
                if (seats != null && until != null) {
                    add(facts, text.get("event.seats"), Integer.toString(seats));
                    add(facts, text.get("event.enrol-until"), text.moment(until));
                }
            }
            case PROJECT -> {
                if (project.state() != null) {
                    add(
                            facts,
                            text.get("project.state"),
                            text.get("project." + project.state().name()));
                }
                add(facts, text.get("project.from"), month(project.from(), text));
                add(facts, text.get("project.to"), month(project.to(), text));
            }
            case PAGE -> {}
        }
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    private static String month(@Nullable LocalDate date, SiteText text) {
        return date == null ? "" : text.month(date);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Italian.ROME).toLocalDate();
    }
}
