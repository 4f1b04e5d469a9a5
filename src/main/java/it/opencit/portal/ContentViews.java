// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.portal.pages.EditedContent;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Changes;
import it.opencit.shared.pages.Changes.Line;
import it.opencit.shared.pages.Italian;
import it.opencit.shared.pages.Publication;
import it.opencit.shared.texts.TextLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contents in the words of who edits them. */
final class ContentViews {

    private ContentViews() {}

    /** Where a content stands. */
    static EditedContent of(
            Content content,
            List<ContentVersion.Line> versions,
            List<BrokenLink> links,
            String preview,
            Instant previewUntil,
            FormInput form) {
        String address = ContentController.CONTENTS + "/" + content.id();
        ContentState state = content.state();
        List<Publication.Act> acts = state.next().stream()
                .filter(next -> next != ContentState.SCHEDULED)
                .map(next -> new Publication.Act(next.name(), act(state, next), next == ContentState.PUBLISHED))
                .toList();
        Section section = content.section();
        return new EditedContent(
                address,
                versions.getFirst().title(),
                content.kind().label() + (section == null ? "" : ", " + section.label()),
                state.label(),
                standing(content),
                content.published() == null ? "" : content.address(),
                preview,
                Italian.moment(previewUntil),
                new Publication(
                        address,
                        acts,
                        state.next().contains(ContentState.SCHEDULED),
                        form.with("version", content.version()),
                        versions.stream()
                                .map(one -> version(one, content, address))
                                .toList()),
                links.stream().map(ContentViews::broken).toList());
    }

    private static EditedContent.Broken broken(BrokenLink one) {
        TextLink link = one.placed().link();
        return new EditedContent.Broken(
                one.state().label(), one.placed().place().text(), link.words(), link.address(), one.reason());
    }

    private static String standing(Content content) {
        Integer published = content.published();
        List<String> sentences = new ArrayList<>();
        if (published == null) {
            sentences.add("Il pubblico non la legge.");
        } else if (published == content.latest()) {
            sentences.add("Il pubblico legge l'ultima versione, dal " + Italian.moment(content.publishedAt()) + ".");
        } else {
            sentences.add("Il pubblico legge la versione " + published + "; l'ultima è la " + content.latest() + ".");
        }
        if (content.scheduledAt() != null) {
            sentences.add("L'ultima versione si pubblica da sola il " + Italian.moment(content.scheduledAt()) + ".");
        }
        return String.join(" ", sentences);
    }

    private static String act(ContentState from, ContentState to) {
        return switch (to) {
            case REVIEW -> "Manda in revisione";
            case PUBLISHED -> "Pubblica adesso";
            case ARCHIVED -> from == ContentState.PUBLISHED ? "Togli dal sito e archivia" : "Archivia";
            case DRAFT -> from == ContentState.SCHEDULED ? "Non pubblicarla più da sola" : "Riporta in bozza";
            case SCHEDULED -> "Programma la pubblicazione";
        };
    }

    private static Publication.Version version(ContentVersion.Line one, Content content, String address) {
        return Publication.version(
                one.number(),
                address,
                Italian.moment(one.at()),
                one.author(),
                one.note(),
                Objects.equals(content.published(), one.number()),
                one.number() == content.latest());
    }

    static String which(ContentVersion version) {
        return "versione " + version.number() + ", " + Italian.moment(version.at()) + ", " + version.author();
    }

    /** What changed, field by field. */
    static Changes changes(ContentVersion from, ContentVersion to) {
        return Changes.between(which(from), lines(from.draft()), which(to), lines(to.draft()));
    }

    private static List<Line> lines(ContentDraft draft) {
        EventDetails event = draft.event();
        ProjectDetails project = draft.project();
        return List.of(
                new Line("Titolo", draft.italian().title()),
                new Line("Sintesi", draft.italian().summary()),
                new Line("Testo", draft.italian().body()),
                new Line("Titolo in inglese", draft.english().title()),
                new Line("Sintesi in inglese", draft.english().summary()),
                new Line("Testo in inglese", draft.english().body()),
                new Line("Immagine", draft.picture() == null ? "" : "n. " + draft.picture()),
                new Line("Inizio", Italian.moment(event.starts())),
                new Line("Fine", Italian.moment(event.ends())),
                new Line("Luogo", event.place()),
                new Line("Posti", written(event.seats())),
                new Line("Iscrizioni fino a", Italian.moment(event.enrolUntil())),
                new Line(
                        "Stato del progetto",
                        project.state() == null ? "" : project.state().label()),
                new Line("Avanzamento", written(project.progress())),
                new Line("Dal", Italian.date(project.from())),
                new Line("Al", Italian.date(project.to())),
                new Line(
                        "Allegati",
                        draft.attachments().stream()
                                .map(one -> one.title() + " (file n. " + one.file() + ")")
                                .collect(Collectors.joining("\n"))));
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : Italian.number(number);
    }
}
