// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import it.opencit.documents.FileId;
import it.opencit.portal.ContentDraft.Attached;
import it.opencit.shared.Messages;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.pages.Italian;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A version of a content as a form: what stands in its fields, and what they say. */
final class ContentForm {

    static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_SLUG = 100;

    private ContentForm() {}

    /** The form of what is saved. */
    static FormInput of(Content content, ContentDraft draft) {
        EventDetails event = draft.event();
        ProjectDetails project = draft.project();
        Section section = content.section();
        FormInput form = FormInput.empty()
                .with("version", content.version())
                .with("slug", content.slug())
                .with("section", section == null ? null : section.name())
                .with("weight", content.weight())
                .with("title", draft.italian().title())
                .with("summary", draft.italian().summary())
                .with("body", draft.italian().body())
                .with("titleEn", draft.english().title())
                .with("summaryEn", draft.english().summary())
                .with("bodyEn", draft.english().body())
                .with("picture", draft.picture())
                .with("place", event.place())
                .with("seats", event.seats())
                .with(
                        "projectState",
                        project.state() == null ? null : project.state().name())
                .with("progress", project.progress())
                .with("projectFrom", project.from())
                .with("projectTo", project.to());
        moment(form, "starts", event.starts());
        moment(form, "ends", event.ends());
        moment(form, "enrol", event.enrolUntil());
        return form;
    }

    private static void moment(FormInput form, String field, @Nullable Instant moment) {
        if (moment != null) {
            ZonedDateTime local = moment.atZone(Italian.ROME);
            form.with(field + "On", local.toLocalDate())
                    .with(field + "At", "%02d:%02d".formatted(local.getHour(), local.getMinute()));
        }
    }

    /** What the form says; what is wrong with a field stands in the form. */
    static ContentDraft read(FormInput form, ContentKind kind, List<Attached> attachments) {
        ContentText italian = new ContentText(
                line(form, "title", LONGEST_LINE),
                line(form, "summary", LONGEST_SUMMARY),
                EditedText.read(form, "body"));
        ContentText english = new ContentText(
                line(form, "titleEn", LONGEST_LINE),
                line(form, "summaryEn", LONGEST_SUMMARY),
                EditedText.read(form, "bodyEn"));
        return new ContentDraft(
                italian,
                english,
                form.integer("picture"),
                kind == ContentKind.EVENT ? event(form) : EventDetails.NONE,
                kind == ContentKind.PROJECT ? project(form) : ProjectDetails.NONE,
                attachments);
    }

    private static EventDetails event(FormInput form) {
        return new EventDetails(
                form.moment("starts"),
                form.moment("ends"),
                line(form, "place", LONGEST_LINE),
                whole(form, "seats", 1, 100_000),
                form.moment("enrol"));
    }

    private static ProjectDetails project(FormInput form) {
        LocalDate from = form.date("projectFrom");
        LocalDate to = form.date("projectTo");
        if (from != null && to != null && to.isBefore(from)) {
            form.reject("projectTo", Messages.text("portal.project.to"));
        }
        return new ProjectDetails(
                form.choice("projectState", ProjectDetails.State.class), whole(form, "progress", 0, 100), from, to);
    }

    /** Why the text changed, in the words of who changed it; "" when not said. */
    static String note(FormInput form) {
        return line(form, "note", LONGEST_LINE);
    }

    /** Place in the section, 100 where nothing is said. */
    static int weight(FormInput form) {
        return Objects.requireNonNullElse(whole(form, "weight", 0, 9_999), 100);
    }

    private static @Nullable Integer whole(FormInput form, String field, int least, int most) {
        Long number = form.integer(field);
        if (number == null) {
            return null;
        }
        if (number < least || number > most) {
            form.reject(field, Messages.text("portal.number", least, most));
            return null;
        }
        return number.intValue();
    }

    private static String line(FormInput form, String field, int most) {
        String text = form.typed(field).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (text.length() > most) {
            form.reject(field, Messages.text("portal.line.long", most));
        }
        return text;
    }

    /** The address that a title suggests: {@code Che cos'è il CIT?} gives {@code che-cos-e-il-cit}. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ITALIAN)
                .replaceAll("[^a-z0-9]+", "-");
        String cut =
                plain.substring(0, Math.min(LONGEST_SLUG - 5, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "contenuto" : cut;
    }

    /**
     * The files that stay with the content, with their titles as typed.
     *
     * @param mayStay those that this person may leave there: a number typed by hand must not publish a file of others
     */
    static List<Attached> attachments(FormInput form, java.util.Set<FileId> mayStay) {
        List<Attached> attachments = new ArrayList<>();
        List<String> titles = form.all("attachedTitle");
        List<String> dropped = form.all("attachedDrop");
        for (int i = 0; i < form.all("attached").size(); i++) {
            String number = form.all("attached").get(i);
            if (!number.matches("\\d{1,18}") || dropped.contains(number)) {
                continue;
            }
            FileId file = FileId.valueOf(number);
            String title = i < titles.size()
                    ? titles.get(i).replaceAll("[\\s\\p{Cntrl}]+", " ").strip()
                    : "";
            if (mayStay.contains(file)) {
                attachments.add(new Attached(
                        file,
                        title.isEmpty() ? "Allegato" : title.substring(0, Math.min(LONGEST_LINE, title.length()))));
            }
        }
        return attachments;
    }
}
