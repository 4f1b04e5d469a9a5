// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.OfferingChanged;
import it.opencit.shared.Refusal;
import it.opencit.shared.database.Acting;
import it.opencit.tickets.Category.Ask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of each centre. They are read again only when their revision has changed, which every use asks: a node never
 * works by rules that another node has replaced.
 */
@Service
class Rulebooks {

    private final RulebookStore store;
    private final CannedAnswerStore answers;
    private final CategoryTemplateStore templates;
    private final TicketStore tickets;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<Long, Rulebook> known = new ConcurrentHashMap<>();

    Rulebooks(
            RulebookStore store,
            CannedAnswerStore answers,
            CategoryTemplateStore templates,
            TicketStore tickets,
            Catalogue catalogue,
            Clock clock) {
        this.answers = answers;
        this.templates = templates;
        this.store = store;
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Those in force; a centre without any begins with the ones shipped. */
    @Transactional
    public Rulebook current() {
        UUID revision = store.revision().orElse(null);
        if (revision == null) {
            ship();
            return read();
        }
        return of(revision);
    }

    /** Those of the current revision, which was read with something else. */
    Rulebook of(UUID revision) {
        Rulebook rules = known.get(Acting.currentCentre());
        if (rules == null || !rules.revision().equals(revision)) {
            rules = read();
            known.put(Acting.currentCentre(), rules);
        }
        return rules;
    }

    private Rulebook read() {
        return store.read(ServiceNames.of(catalogue.offerings()));
    }

    /** The rules name the services: every node reads them again. */
    @EventListener
    void on(OfferingChanged changed) {
        store.revise();
    }

    private void ship() {
        if (!store.begin()) {
            return;
        }
        Instant now = clock.instant();
        store.addCategory(
                "assistenza",
                null,
                "Assistenza",
                "Qualcosa non funziona, o serve aiuto su un servizio in uso.",
                Set.of(Ask.TYPE, Ask.URGENCY, Ask.SERVICE),
                false);
        store.addCategory(
                "attivazione-rinnovo",
                null,
                "Attivazione e rinnovo",
                "Chiedere un servizio nuovo, rinnovarlo o disdirlo.",
                Set.of(Ask.SERVICE, Ask.PROTOCOL),
                false);
        store.addCalendar(WorkingCalendar.USUAL, "", now);
        ship("ordinario", "Ordinario", null, 8, 40, now);
        ship("bloccante", "Bloccante", Urgency.BLOCKING, 1, 8, now);
        ship("alta", "Urgenza alta", Urgency.HIGH, 4, 16, now);
        ship("bassa", "Urgenza bassa", Urgency.LOW, 16, 80, now);
        ship("molto-bassa", "Urgenza molto bassa", Urgency.VERY_LOW, 16, 120, now);
    }

    private void ship(
            String code, String title, @Nullable Urgency urgency, int takeHours, int solutionHours, Instant now) {
        store.addLevel(
                new ServiceLevel(
                        0,
                        code,
                        1,
                        title,
                        null,
                        urgency,
                        null,
                        Duration.ofHours(takeHours),
                        Duration.ofHours(solutionHours)),
                "",
                now);
    }

    /**
     * Adopts a calendar. It counts from now on, also for the tickets whose clock runs: what passed stays as it was counted.
     *
     * @param seen number of the version that was read before editing
     */
    @Transactional
    public void adopt(WorkingCalendar calendar, int seen, String reason) {
        current();
        store.lock();
        Rulebook before = read();
        if (before.calendar().number() != seen) {
            throw new OptimisticLockingFailureException("Calendar changed after " + seen);
        }
        if (reason.isBlank()) {
            throw Refusal.inField("reason", "tickets.reason.required");
        }
        Instant now = clock.instant();
        store.addCalendar(calendar, reason, now);
        store.revise();
        tickets.recount(read(), now, "Nuovo calendario: " + reason);
    }

    /**
     * Makes a new promise, or a new version of one; tickets already open keep theirs.
     *
     * @param seen version that was read before editing; 0 for a promise that is not there yet
     */
    @Transactional
    public void promise(ServiceLevel level, int seen, String reason) {
        current();
        store.lock();
        Rulebook before = read();
        int latest = before.allLevels().values().stream()
                .filter(one -> one.code().equals(level.code()))
                .mapToInt(ServiceLevel::version)
                .max()
                .orElse(0);
        if (seen == 0 && latest > 0) {
            throw Refusal.inField("title", "tickets.level.taken", level.title());
        }
        if (seen != latest) {
            throw new OptimisticLockingFailureException(level.code() + " changed after version " + seen);
        }
        boolean general = before.levels().stream()
                .anyMatch(one -> !one.code().equals(level.code())
                        && one.category() == null
                        && one.urgency() == null
                        && one.service() == null);
        if (!general && (level.category() != null || level.urgency() != null || level.service() != null)) {
            throw Refusal.inField("category", "tickets.level.general");
        }
        if (level.takeInCharge().isZero() || level.solution().compareTo(level.takeInCharge()) < 0) {
            throw Refusal.inField("solution", "tickets.level.order");
        }
        store.addLevel(level, reason, clock.instant());
        store.revise();
    }

    /** @throws Refusal when it is the one that applies to all */
    @Transactional
    public void retire(String code) {
        current();
        store.lock();
        boolean general = read().levels().stream()
                .anyMatch(one -> !one.code().equals(code)
                        && one.category() == null
                        && one.urgency() == null
                        && one.service() == null);
        if (!general) {
            throw new Refusal("tickets.level.general");
        }
        store.endLevel(code);
        store.revise();
    }

    @Transactional
    public void add(Category category) {
        Rulebook rules = current();
        if (rules.category(category.code()).isPresent()) {
            throw Refusal.inField("title", "tickets.category.taken", category.title());
        }
        store.addCategory(
                category.code(),
                category.parent(),
                category.title(),
                category.hint(),
                category.asks(),
                category.citizens());
        store.revise();
    }

    /** Adds a category unless there is one of its code, retired ones included: then that one is offered again. */
    @Transactional
    void ensure(Category category) {
        Optional<Category> known = current().category(category.code());
        if (known.filter(one -> !one.retired()).isPresent()) {
            return;
        }
        store.lock();
        known = read().category(category.code());
        if (known.isEmpty()) {
            store.addCategory(
                    category.code(),
                    category.parent(),
                    category.title(),
                    category.hint(),
                    category.asks(),
                    category.citizens());
            store.revise();
        } else if (known.get().retired()) {
            Category old = known.get();
            store.changeCategory(new Category(
                    old.id(),
                    old.code(),
                    old.parent(),
                    old.title(),
                    old.hint(),
                    old.asks(),
                    false,
                    old.citizens(),
                    old.version()));
            store.revise();
        }
    }

    @Transactional
    public void change(Category category) {
        current();
        store.changeCategory(category);
        store.revise();
    }

    /**
     * Keeps a new version of the template of a category; the same again makes none. Tickets already open keep theirs.
     *
     * @return the version that holds now
     * @throws OptimisticLockingFailureException when somebody wrote a version meanwhile
     */
    @Transactional
    public int keep(CategoryTemplate template) {
        current();
        store.lock();
        Rulebook rules = read();
        CategoryTemplate before = rules.template(rules.category(template.category()));
        if (before.version() != template.version() - 1) {
            throw new OptimisticLockingFailureException("Template changed after version " + (template.version() - 1));
        }
        if (before.says(template)) {
            return before.version();
        }
        templates.add(template, clock.instant());
        store.revise();
        return template.version();
    }

    /**
     * Keeps an answer ready, or changes it where its number is not 0.
     *
     * @throws Refusal when something is missing, or a placeholder is none
     */
    @Transactional
    public void keep(CannedAnswer answer) {
        answer.check();
        boolean taken = current().answers().stream()
                .anyMatch(one -> one.id() != answer.id() && one.title().equalsIgnoreCase(answer.title()));
        if (taken) {
            throw Refusal.inField("title", "tickets.canned.taken", answer.title());
        }
        answers.keep(answer);
        store.revise();
    }

    /** Tells every node that something read with the rules has changed. */
    @Transactional
    void revise() {
        current();
        store.revise();
    }

    @Transactional
    public void changeReopenDays(int days) {
        current();
        store.changeReopenDays(days);
        store.revise();
    }
}
