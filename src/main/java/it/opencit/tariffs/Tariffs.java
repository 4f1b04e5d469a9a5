// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tariffs;

import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.shared.pages.Italian;
import it.opencit.tariffs.TariffVersion.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules may ask of tariffs. A centre has its own versions, and sees those that the kits ship: with the same
 * code, its own come first.
 */
@Service
public class Tariffs {

    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*");

    private final TariffStore store;
    private final Kits kits;
    private final Clock clock;
    private final PreviewBodies bodies;

    Tariffs(TariffStore store, Kits kits, Clock clock, PreviewBodies bodies) {
        this.store = store;
        this.kits = kits;
        this.clock = clock;
        this.bodies = bodies;
    }

    /** Every version in force at this centre, then every tariff of the kits of which the centre has none. */
    @Transactional(readOnly = true)
    public List<Tariff> all() {
        List<Tariff> all = new ArrayList<>();
        store.inForce().forEach(version -> all.add(version.tariff()));
        Set<String> own = all.stream().map(Tariff::code).collect(Collectors.toSet());
        kits.tariffs().stream().filter(tariff -> !own.contains(tariff.code())).forEach(all::add);
        return all;
    }

    /** The tariff of a code: in force today, else the last one that was, else the one that a kit ships. */
    @Transactional(readOnly = true)
    public Optional<Tariff> find(String code) {
        LocalDate today = LocalDate.now(clock);
        return store.inForce(code, today, today)
                .or(() -> store.inForce(code, LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31)))
                .map(TariffVersion::tariff)
                .or(() -> kits.find(code));
    }

    /** The version of this centre that was in force on some day of a year; of several the last. */
    @Transactional(readOnly = true)
    public Optional<Tariff> inForce(String code, int year) {
        return store.inForce(code, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .map(TariffVersion::tariff);
    }

    /** The version of this centre that was in force on a day. */
    @Transactional(readOnly = true)
    public Optional<Tariff> inForce(String code, LocalDate day) {
        return store.inForce(code, day, day).map(TariffVersion::tariff);
    }

    /** The tariff that rules a year: in force then, else as {@link #find}. */
    @Transactional(readOnly = true)
    public Optional<Tariff> ruling(String code, int year) {
        return inForce(code, year).or(() -> find(code));
    }

    /** What computes amounts of a year: tariffs that refer to others find those that ruled it. */
    @Transactional(readOnly = true)
    public Calculator calculator(int year) {
        return new Calculator(book(LocalDate.of(year, 12, 31)), figureKinds());
    }

    /** Where tariffs that refer to others find them, as they stand today. Read once: it serves without a transaction. */
    @Transactional(readOnly = true)
    public TariffBook book() {
        return book(LocalDate.now(clock));
    }

    /** What is wrong with a tariff, or to be confirmed. */
    @Transactional(readOnly = true)
    public Verdict check(Tariff tariff) {
        return TariffCheck.of(tariff, book(), figureKinds());
    }

    /** The last version of each code that began by a day, else the first that will; what the centre has not, of a kit. */
    private TariffBook book(LocalDate day) {
        Map<String, Tariff> own = new HashMap<>();
        for (TariffVersion version : store.inForce()) {
            Tariff tariff = version.tariff();
            if (!tariff.validFrom().isAfter(day) || !own.containsKey(tariff.code())) {
                own.put(tariff.code(), tariff);
            }
        }
        return code -> Optional.ofNullable(own.get(code)).or(() -> kits.find(code));
    }

    /** The kinds of figure that this centre counts. */
    public FigureKinds figureKinds() {
        return bodies.figureKinds();
    }

    /**
     * Puts in force at this centre every tariff of a kit that it has not yet, each with the act that the kit states; one
     * without an act becomes a draft. Twice is once.
     *
     * @return how many were taken
     */
    @Transactional
    public int adopt(String kit) {
        int taken = 0;
        for (Tariff tariff : kits.tariffsOf(kit)) {
            if (store.history(tariff.code()).isEmpty()) {
                store.insert(tariff, tariff.act() == null ? State.DRAFT : State.IN_FORCE, tariff.code());
                taken++;
            }
        }
        return taken;
    }

    /**
     * Puts in force at this centre one tariff of a kit, with the act that the kit states.
     *
     * @throws Refusal when the kit states no act, or the centre has a version in force in the same time
     */
    @Transactional
    public long adoptTariff(String code) {
        Tariff tariff = kits.find(code).orElseThrow(() -> new NotFound(code));
        if (tariff.act() == null) {
            throw new Refusal("tariffs.act.missing", code);
        }
        makeRoom(tariff);
        return store.insert(tariff, State.IN_FORCE, code);
    }

    /** A version of this centre. */
    @Transactional(readOnly = true)
    public TariffVersion version(long id) {
        return store.byId(id).orElseThrow(() -> new NotFound("Tariff version " + id));
    }

    /** Every version of this centre, drafts included, code by code. */
    @Transactional(readOnly = true)
    public List<TariffVersion> versions() {
        return store.all();
    }

    /** The versions of a code at this centre, newest first, drafts included. */
    @Transactional(readOnly = true)
    public List<TariffVersion> history(String code) {
        return store.history(code);
    }

    /**
     * Keeps a new draft, right or wrong.
     *
     * @param derivedFrom code of the tariff it was made from
     */
    @Transactional
    public long draft(Tariff tariff, @Nullable String derivedFrom) {
        return store.insert(whole(tariff), State.DRAFT, derivedFrom);
    }

    /**
     * Changes a draft.
     *
     * @throws Refusal when it is in force
     * @throws org.springframework.dao.OptimisticLockingFailureException when it changed after {@code version}
     */
    @Transactional
    public void change(long id, Tariff tariff, int version) {
        draftOf(id);
        store.update(id, whole(tariff), State.DRAFT, version);
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(long id, int version) {
        draftOf(id);
        store.deleteDraft(id, version);
    }

    /**
     * Puts a draft in force with the act that approved it; the version it follows ends the day before.
     *
     * @throws Refusal when something is wrong with it, it is in force already, or a later version is
     */
    @Transactional
    public void putInForce(long id, Act act, LocalDate validFrom, @Nullable LocalDate validTo, int version) {
        Tariff draft = draftOf(id).tariff();
        Tariff tariff = new Tariff(
                draft.code(),
                draft.title(),
                draft.centre(),
                validFrom,
                validTo,
                act,
                draft.figureDates(),
                draft.quantities(),
                draft.tree(),
                draft.vat(),
                draft.notes());
        Verdict verdict = check(whole(tariff));
        if (!verdict.isRight()) {
            throw new Refusal(
                    "tariffs.in-force.wrong", verdict.problems().getFirst().inItalian());
        }
        makeRoom(tariff);
        store.update(id, tariff, State.IN_FORCE, version);
    }

    long countOf(State state) {
        return store.countOf(state);
    }

    /** Ends the version that this one follows; a version that begins later stays, and refuses it. */
    private void makeRoom(Tariff next) {
        LocalDate from = next.validFrom();
        LocalDate to = next.validTo() == null ? LocalDate.of(9999, 12, 31) : next.validTo();
        for (TariffVersion other : store.history(next.code())) {
            LocalDate begins = other.tariff().validFrom();
            LocalDate ends = other.tariff().validTo();
            if (other.isDraft() || begins.isAfter(to) || (ends != null && ends.isBefore(from))) {
                continue;
            }
            if (!begins.isBefore(from)) {
                throw Refusal.inField("validFrom", "tariffs.in-force.later", Italian.date(begins));
            }
            store.close(other.id(), from.minusDays(1));
        }
    }

    private TariffVersion draftOf(long id) {
        TariffVersion version = version(id);
        if (!version.isDraft()) {
            throw new Refusal("tariffs.in-force.edit");
        }
        return version;
    }

    /** A tariff that the table can hold; what it means is not looked at. */
    private static Tariff whole(Tariff tariff) {
        if (!CODE.matcher(tariff.code()).matches()) {
            throw Refusal.inField("code", "tariffs.code.form", tariff.code());
        }
        if (tariff.title().isBlank()) {
            throw Refusal.inField("title", "tariffs.title.required");
        }
        LocalDate to = tariff.validTo();
        if (to != null && to.isBefore(tariff.validFrom())) {
            throw Refusal.inField(
                    "validTo", "tariffs.valid-to.order", Italian.date(to), Italian.date(tariff.validFrom()));
        }
        return tariff;
    }
}
