// SPDX-License-Identifier: EUPL-1.2
package it.opencit.subscriptions;

import it.opencit.catalogue.Catalogue;
import it.opencit.catalogue.Offering;
import it.opencit.catalogue.OfferingId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.NotFound;
import it.opencit.shared.Refusal;
import it.opencit.tariffs.TariffBook;
import it.opencit.tariffs.Tariffs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consumption from files: first a preview, then what it says is written, whole or not at all. */
@Service
@Transactional
class ConsumptionImports {

    /** 2 MB: tens of thousands of rows. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private final ConsumptionImportStore imports;
    private final SubscriptionStore subscriptions;
    private final UsageStore usage;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Tariffs tariffs;
    private final Clock clock;

    ConsumptionImports(
            ConsumptionImportStore imports,
            SubscriptionStore subscriptions,
            UsageStore usage,
            Organizations organizations,
            Catalogue catalogue,
            Tariffs tariffs,
            Clock clock) {
        this.imports = imports;
        this.subscriptions = subscriptions;
        this.usage = usage;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** Something that can be counted by a file: what is consumed of a service. */
    record Countable(OfferingId offering, String title, String key, String label) {

        /** As a form sends it. */
        String value() {
            return offering + " " + key;
        }
    }

    /** What is consumed of the services of the catalogue. */
    @Transactional(readOnly = true)
    List<Countable> countables() {
        TariffBook book = tariffs.book();
        List<Countable> found = new ArrayList<>();
        for (Offering offering : catalogue.offerings()) {
            UnitNames.of(offering, book)
                    .consumed()
                    .values()
                    .forEach(quantity -> found.add(
                            new Countable(offering.id(), offering.title(), quantity.key(), quantity.label())));
        }
        return found;
    }

    /**
     * Keeps a file for its preview.
     *
     * @throws Refusal when it is not a table, lacks a column, or is too large
     */
    long choose(Countable what, String fileName, byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.inField("file", "subscriptions.import.too-large", LARGEST / 1024 / 1024);
        }
        ConsumptionPlan.table(content);
        return imports.add(what.offering(), what.key(), fileName, content);
    }

    @Transactional(readOnly = true)
    List<ConsumptionImport> latest() {
        return imports.latest();
    }

    @Transactional(readOnly = true)
    ConsumptionImport get(long id) {
        return imports.find(id).orElseThrow(() -> new NotFound("Import " + id));
    }

    /** What a file would do now. */
    @Transactional(readOnly = true)
    ConsumptionPlan plan(ConsumptionImport chosen) {
        List<Subscription> using = subscriptions.everUsing(chosen.offering());
        return ConsumptionPlan.of(
                ConsumptionPlan.table(chosen.content()),
                chosen.key(),
                new BodyFinder(organizations.all()),
                using,
                usage.consumed(using.stream().map(Subscription::id).toList()));
    }

    /**
     * Writes what the preview said; refused rows are left out.
     *
     * @param digest of the plan that was seen
     * @return false when something changed meanwhile: then nothing is written
     * @throws Refusal when it was applied already
     */
    boolean apply(long id, String digest) {
        ConsumptionImport chosen = imports.lock(id).orElseThrow(() -> new NotFound("Import " + id));
        if (chosen.appliedAt() != null) {
            throw new Refusal("subscriptions.import.applied");
        }
        ConsumptionPlan plan = plan(chosen);
        if (!plan.digest().equals(digest)) {
            return false;
        }
        for (ConsumptionPlan.Row row : plan.rows()) {
            Consumed consumed = row.consumed();
            if (consumed != null && row.outcome() != ConsumptionPlan.Outcome.SAME) {
                usage.putConsumed(consumed, id);
            }
        }
        imports.applied(
                id,
                clock.instant(),
                plan.count(ConsumptionPlan.Outcome.NEW) + " nuove, " + plan.count(ConsumptionPlan.Outcome.CHANGED)
                        + " cambiate, " + plan.count(ConsumptionPlan.Outcome.SAME) + " già registrate, "
                        + plan.count(ConsumptionPlan.Outcome.REFUSED) + " rifiutate");
        return true;
    }
}
