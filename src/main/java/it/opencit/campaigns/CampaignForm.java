// SPDX-License-Identifier: EUPL-1.2
package it.opencit.campaigns;

import it.opencit.organizations.OrganizationKind;
import it.opencit.shared.Messages;
import it.opencit.shared.Refusal;
import it.opencit.shared.forms.FormInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A campaign as it is typed. */
final class CampaignForm {

    private CampaignForm() {}

    static FormInput of(CampaignDetails details, int version) {
        FormInput form = FormInput.empty()
                .with("title", details.title())
                .with("kind", details.kind().name())
                .with("year", details.year())
                .with("opensOn", details.opensOn())
                .with("closesOn", details.closesOn())
                .with("text", details.text())
                .with(
                        "reminderDays",
                        details.reminderDays().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .with("members", details.membersOnly() ? "ADERENTI" : "TUTTI")
                .with("version", version);
        details.kinds().forEach(kind -> form.with("kind-" + kind.name(), "si"));
        details.figures().forEach(figure -> form.with("figure-" + figure, "si"));
        if (details.announced()) {
            form.with("announced", "si");
        }
        if (details.withOthers()) {
            form.with("withOthers", "si");
        }
        return form;
    }

    /** What is usual: for the year after the deadline, all members, three reminders. */
    static FormInput blank(LocalDate today) {
        return FormInput.empty()
                .with("kind", CampaignKind.CONFIRMATION)
                .with("year", today.getYear() + 1)
                .with("opensOn", today)
                .with("closesOn", today.plusDays(30))
                .with("reminderDays", "15, 7, 1")
                .with("members", "ADERENTI")
                .with("announced", "si")
                .with("withOthers", "si");
    }

    /** The campaign, or {@code null} when something is missing or wrong: then the form says what. */
    static @Nullable CampaignDetails read(FormInput form, List<String> figureKinds) {
        String title = form.required("title", "campaigns.campaign.title");
        CampaignKind kind = form.choice("kind", CampaignKind.class);
        if (kind == null) {
            form.reject("kind", Messages.text("campaigns.campaign.kind"));
        }
        Long year = form.integer("year");
        if (year == null) {
            form.reject("year", Messages.text("campaigns.campaign.year-missing"));
        }
        LocalDate opens = form.date("opensOn");
        if (opens == null) {
            form.reject("opensOn", Messages.text("campaigns.campaign.opens-on"));
        }
        LocalDate closes = form.date("closesOn");
        if (closes == null) {
            form.reject("closesOn", Messages.text("campaigns.campaign.closes-on"));
        }
        List<Integer> days = days(form);
        Set<OrganizationKind> kinds = new LinkedHashSet<>();
        for (OrganizationKind one : OrganizationKind.values()) {
            if (form.isChecked("kind-" + one.name())) {
                kinds.add(one);
            }
        }
        List<String> figures = figureKinds.stream()
                .filter(code -> form.isChecked("figure-" + code))
                .toList();
        if (kind == null || year == null || opens == null || closes == null || !form.isValid()) {
            return null;
        }
        try {
            return new CampaignDetails(
                    title,
                    kind,
                    (int) Math.clamp(year, -1, 9999),
                    opens,
                    closes,
                    form.textOrEmpty("text"),
                    days,
                    form.isChecked("announced"),
                    form.isChecked("withOthers"),
                    !form.typed("members").equals("TUTTI"),
                    kinds,
                    figures);
        } catch (Refusal refusal) {
            form.reject(refusal);
            return null;
        }
    }

    private static List<Integer> days(FormInput form) {
        List<Integer> days = new ArrayList<>();
        for (String part : form.textOrEmpty("reminderDays").split("[,;\\s]+")) {
            if (part.matches("\\d{1,3}")) {
                days.add(Integer.parseInt(part));
            } else if (!part.isEmpty()) {
                form.reject("reminderDays", Messages.text("campaigns.campaign.reminder-text", part));
            }
        }
        return days;
    }
}
