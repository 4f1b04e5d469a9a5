// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import it.opencit.shared.Messages;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import it.opencit.shared.forms.FormInput;
import it.opencit.shared.forms.Option;
import it.opencit.shared.pages.Answer;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.Category.Ask;
import it.opencit.tickets.pages.SettingsPage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hours, promises and categories of the centre, decided by its coordinator. */
@Controller
@AllowedTo(Role.COORDINATORE)
class SettingsController {

    private static final String CALENDAR = Addresses.SETTINGS + "/orario";
    private static final String LEVELS = Addresses.SETTINGS + "/livelli";
    static final String CATEGORIES = Addresses.SETTINGS + "/categorie";

    private final Templates templates;
    private final Rulebooks rulebooks;
    private final Clock clock;

    SettingsController(Templates templates, Rulebooks rulebooks, Clock clock) {
        this.templates = templates;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @GetMapping(Addresses.SETTINGS)
    JteModel show() {
        return page(FormInput.empty());
    }

    private JteModel page(FormInput form) {
        Rulebook rules = rulebooks.current();
        WorkingCalendar hours = rules.calendar().hours();
        LocalDate today = LocalDate.now(clock);
        MonthDay patron = hours.patron();
        String adopted = rules.calendar().number() == 1
                ? "Orario di partenza, versione 1"
                : "Versione " + rules.calendar().number() + ", dal "
                        + Italian.moment(rules.calendar().adoptedAt()) + ": "
                        + rules.calendar().reason();
        FormInput days = form.isValid() ? FormInput.empty().with("days", rules.reopenDays()) : form;
        return templates.ticketsSettings(
                new SettingsPage(
                        adopted,
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new SettingsPage.Day(
                                        SettingsForms.name(day),
                                        Optional.of(Opening.write(hours.week().getOrDefault(day, List.of())))
                                                .filter(written -> !written.isEmpty())
                                                .orElse("chiuso")))
                                .toList(),
                        patron == null ? "" : "%02d/%02d".formatted(patron.getDayOfMonth(), patron.getMonthValue()),
                        hours.closures().entrySet().stream()
                                .filter(entry -> !entry.getKey().isBefore(today))
                                .map(entry -> new SettingsPage.Day(Italian.date(entry.getKey()), entry.getValue()))
                                .toList(),
                        today.datesUntil(today.plusYears(1))
                                .filter(Holidays::includes)
                                .map(day -> new SettingsPage.Day(
                                        Italian.date(day), Holidays.name(day).orElse("")))
                                .toList(),
                        Integer.toString(rules.reopenDays()),
                        rules.levels().stream()
                                .map(level -> new SettingsPage.Level(
                                        level.title(),
                                        applies(level, rules),
                                        WorkingTime.text(level.takeInCharge()),
                                        WorkingTime.text(level.solution()),
                                        Integer.toString(level.version()),
                                        LEVELS + "/" + level.code()))
                                .toList(),
                        rules.categories().stream()
                                .map(category -> new SettingsPage.CategoryLine(
                                        rules.title(category),
                                        category.code(),
                                        Arrays.stream(Ask.values())
                                                .filter(category::asks)
                                                .map(Ask::label)
                                                .collect(Collectors.joining(", ")),
                                        category.retired(),
                                        CATEGORIES + "/" + category.code()))
                                .toList()),
                days);
    }

    private static String applies(ServiceLevel level, Rulebook rules) {
        List<String> parts = new ArrayList<>();
        String category = level.category();
        Urgency urgency = level.urgency();
        String service = level.service();
        if (category != null) {
            parts.add("categoria «" + rules.category(category).map(rules::title).orElse(category) + "»");
        }
        if (urgency != null) {
            parts.add("urgenza " + urgency.label().toLowerCase(java.util.Locale.ITALIAN));
        }
        if (service != null) {
            parts.add("servizio «" + rules.services().title(service) + "»");
        }
        return parts.isEmpty() ? "tutti gli altri" : String.join(", ", parts);
    }

    @PostMapping(Addresses.SETTINGS + "/riapertura")
    Object changeReopenDays(FormInput form, RedirectAttributes flash) {
        Long days = form.integer("days");
        if (days == null || days < 0 || days > 365) {
            form.reject("days", Messages.text("tickets.reopen-days"));
            return Answer.refused(page(form));
        }
        rulebooks.changeReopenDays(days.intValue());
        return done(flash, "Giorni per la riapertura salvati.");
    }

    @GetMapping(CALENDAR)
    JteModel calendar() {
        return calendarPage(SettingsForms.of(rulebooks.current().calendar()), Map.of());
    }

    @PostMapping(CALENDAR)
    Object adopt(FormInput form, RedirectAttributes flash) {
        WorkingCalendar calendar = SettingsForms.calendar(form);
        Map<String, String> theirs = Map.of();
        try {
            if (calendar != null) {
                rulebooks.adopt(calendar, seen(form), form.textOrEmpty("reason"));
                return done(flash, "Orario adottato: vale da adesso, anche per i ticket aperti.");
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            CalendarVersion saved = rulebooks.current().calendar();
            theirs = SettingsForms.of(saved).values();
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", saved.number());
        }
        return Answer.refused(calendarPage(form, theirs));
    }

    private JteModel calendarPage(FormInput form, Map<String, String> theirs) {
        List<Option> days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(day.name(), SettingsForms.name(day)))
                .toList();
        return templates.ticketsCalendar(form, days, theirs);
    }

    @GetMapping(LEVELS + "/{code}")
    JteModel level(@PathVariable String code) {
        return levelPage(code.equals("nuovo") ? FormInput.empty() : SettingsForms.of(get(code)), code);
    }

    @PostMapping(LEVELS + "/{code}")
    Object promise(@PathVariable String code, FormInput form, RedirectAttributes flash) {
        boolean fresh = code.equals("nuovo");
        ServiceLevel level = SettingsForms.level(form, fresh ? "" : get(code).code());
        try {
            if (level != null) {
                rulebooks.promise(level, fresh ? 0 : seen(form), form.textOrEmpty("reason"));
                return done(flash, "Livello di servizio salvato: vale per i ticket aperti da adesso.");
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", get(code).version());
        }
        return Answer.refused(levelPage(form, code));
    }

    @PostMapping(LEVELS + "/{code}/fine")
    Object retire(@PathVariable String code, RedirectAttributes flash) {
        rulebooks.retire(get(code).code());
        return done(flash, "Il livello di servizio non vale più per i ticket nuovi.");
    }

    private ServiceLevel get(String code) {
        return rulebooks.current().levels().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("Service level " + code));
    }

    private JteModel levelPage(FormInput form, String code) {
        List<Option> urgencies = new ArrayList<>();
        urgencies.add(new Option("", "Qualsiasi urgenza"));
        urgencies.addAll(NewTicketForm.urgencies());
        return templates.ticketsServiceLevel(
                form,
                LEVELS + "/" + code,
                SettingsForms.categories(rulebooks.current(), "Qualsiasi categoria"),
                urgencies,
                rulebooks
                        .current()
                        .services()
                        .forRules(LocalDate.now(clock), "Qualsiasi servizio", form.textOrEmpty("service")),
                code.equals("nuovo"));
    }

    @GetMapping(CATEGORIES + "/{code}")
    JteModel category(@PathVariable String code) {
        return code.equals("nuova")
                ? categoryPage(FormInput.empty().with(Ask.SERVICE.name(), "si"), null)
                : categoryPage(SettingsForms.of(getCategory(code)), getCategory(code));
    }

    @PostMapping(CATEGORIES + "/{code}")
    Object keep(@PathVariable String code, FormInput form, RedirectAttributes flash) {
        Category before = code.equals("nuova") ? null : getCategory(code);
        Category category = SettingsForms.category(form, before);
        try {
            if (category != null) {
                if (before == null) {
                    rulebooks.add(category);
                } else {
                    rulebooks.change(category);
                }
                return done(flash, "Categoria salvata.");
            }
        } catch (Refusal refusal) {
            form.reject(refusal);
        } catch (OptimisticLockingFailureException e) {
            form.reject("", Messages.text("tickets.settings.changed"));
            form.with("version", getCategory(code).version());
        }
        return Answer.refused(categoryPage(form, before));
    }

    private Category getCategory(String code) {
        return rulebooks.current().category(code).orElseThrow(() -> new NotFound("Category " + code));
    }

    private JteModel categoryPage(FormInput form, @Nullable Category before) {
        List<Option> asks = Arrays.stream(Ask.values())
                .map(ask -> new Option(ask.name(), ask.label()))
                .toList();
        return templates.ticketsCategory(
                form,
                CATEGORIES + "/" + (before == null ? "nuova" : before.code()),
                SettingsForms.categories(rulebooks.current(), "Nessuna: è in cima"),
                asks,
                before == null);
    }

    private static int seen(FormInput form) {
        String version = form.textOrEmpty("version");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + Addresses.SETTINGS;
    }
}
