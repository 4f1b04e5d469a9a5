// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office promises: within how much working time a ticket is taken in charge, and within how much it is solved. A
 * version is never changed: a new promise is a new version, and what was promised before stays promised.
 *
 * @param id of this version
 * @param code by which its versions are known as one
 * @param version from 1
 * @param category only for tickets of this category and those below it; {@code null} for any
 * @param urgency only for this urgency; {@code null} for any
 * @param service only for this service, by its code; {@code null} for any
 * @param takeInCharge working time
 * @param solution working time, from the opening
 */
record ServiceLevel(
        long id,
        String code,
        int version,
        String title,
        @Nullable String category,
        @Nullable Urgency urgency,
        @Nullable String service,
        Duration takeInCharge,
        Duration solution) {

    /** The two things that are promised. */
    enum Target {
        TAKE_IN_CHARGE("Presa in carico"),
        SOLUTION("Soluzione");

        private final String label;

        Target(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Duration of(Target target) {
        return switch (target) {
            case TAKE_IN_CHARGE -> takeInCharge;
            case SOLUTION -> solution;
        };
    }

    /**
     * The one that applies: of those that do, the one that says most; a service counts more than a category, a category
     * more than an urgency; of two that say as much the first kept.
     *
     * @param path codes of the ticket's category and of those above it, the nearest first
     * @throws IllegalStateException when none applies: one that applies to all is always kept
     */
    static ServiceLevel choose(List<ServiceLevel> all, List<String> path, Urgency urgency, @Nullable String service) {
        return all.stream()
                .filter(level -> level.category == null || path.contains(level.category))
                .filter(level -> level.urgency == null || level.urgency == urgency)
                .filter(level -> level.service == null || level.service.equals(service))
                .max(Comparator.comparingInt((ServiceLevel level) -> level.weight(path))
                        .thenComparing(
                                Comparator.comparingLong(ServiceLevel::id).reversed()))
                .orElseThrow(() -> new IllegalStateException("No service level applies to all"));
    }

    private int weight(List<String> path) {
        int ofCategory = category == null ? 0 : 10 * (path.size() - path.indexOf(category));
        return (service == null ? 0 : 1000) + ofCategory + (urgency == null ? 0 : 1);
    }

    /** {@code Ordinario, versione 2}. */
    String name() {
        return title + ", versione " + version;
    }
}
