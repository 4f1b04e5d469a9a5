// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a centre has decided for its tickets: categories, hours, promises. Past versions are there too, for the ledgers
 * that name them.
 *
 * @param revision of the whole
 * @param reopenDays days after closing within which a ticket is reopened
 * @param calendar the one in force
 * @param levels those in force
 * @param answers kept ready, by title
 * @param views of the list, of everybody
 * @param services of the catalogue
 * @param templates of the categories, every version by its identifier
 */
record Rulebook(
        UUID revision,
        int reopenDays,
        List<Category> categories,
        CalendarVersion calendar,
        Map<Long, CalendarVersion> calendars,
        List<ServiceLevel> levels,
        Map<Long, ServiceLevel> allLevels,
        List<CannedAnswer> answers,
        List<SavedView> views,
        ServiceNames services,
        Map<Long, CategoryTemplate> templates) {

    Optional<Category> category(String code) {
        return categories.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    Category category(long id) {
        return categories.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** How a ticket of a category is born now: the latest version. */
    CategoryTemplate template(Category category) {
        return templates.values().stream()
                .filter(one -> one.category() == category.id())
                .max(Comparator.comparingInt(CategoryTemplate::version))
                .orElseGet(() -> CategoryTemplate.none(category.id()));
    }

    /** How a ticket was born; without a version, with nothing. */
    Optional<CategoryTemplate> template(@Nullable FilledForm filled) {
        return filled == null ? Optional.empty() : Optional.ofNullable(templates.get(filled.template()));
    }

    /** What was answered in the own fields of the category that a ticket was opened in. */
    List<CategoryTemplate.Answered> answered(@Nullable FilledForm filled) {
        return template(filled)
                .map(template ->
                        template.answered(Objects.requireNonNull(filled).answers()))
                .orElse(List.of());
    }

    /** Those that can be chosen, each after the one above it. */
    List<Category> offered() {
        List<Category> tree = new ArrayList<>();
        below(null, tree);
        return tree;
    }

    private void below(@Nullable String parent, List<Category> tree) {
        for (Category category : categories) {
            if (Objects.equals(category.parent(), parent) && !category.retired()) {
                tree.add(category);
                below(category.code(), tree);
            }
        }
    }

    /** A category and all below it, by identifier. */
    Set<Long> family(Category category) {
        return categories.stream()
                .filter(one -> path(one).contains(category.code()))
                .map(Category::id)
                .collect(Collectors.toSet());
    }

    /** {@code Assistenza › Posta elettronica}. */
    String title(Category category) {
        String parent = category.parent();
        return parent == null ? category.title() : title(category(parent).orElseThrow()) + " › " + category.title();
    }

    /** @param service however it is written; "" for none */
    ServiceLevel level(Category category, Urgency urgency, String service) {
        return ServiceLevel.choose(levels, path(category), urgency, service.isEmpty() ? null : services.code(service));
    }

    /** The answers kept ready for a category: its own, those of the ones above, and those for all. */
    List<CannedAnswer> answers(Category category) {
        List<String> path = path(category);
        return answers.stream()
                .filter(one -> !one.retired())
                .filter(one -> {
                    String code = one.category();
                    return code == null || path.contains(code);
                })
                .toList();
    }

    private List<String> path(Category category) {
        List<String> path = new ArrayList<>();
        for (Category at = category; at != null; ) {
            path.add(at.code());
            String parent = at.parent();
            at = parent == null ? null : category(parent).orElseThrow();
        }
        return path;
    }

    CalendarVersion calendar(long id) {
        return Objects.requireNonNull(calendars.get(id));
    }

    ServiceLevel level(long id) {
        return Objects.requireNonNull(allLevels.get(id));
    }
}
