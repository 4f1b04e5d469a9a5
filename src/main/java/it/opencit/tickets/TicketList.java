// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.shared.database.Acting;
import it.opencit.shared.forms.Option;
import it.opencit.shared.lists.Downloads;
import it.opencit.shared.lists.ListRequest;
import it.opencit.shared.pages.Italian;
import it.opencit.tickets.TicketQuery.Sort;
import it.opencit.tickets.pages.ShownView;
import it.opencit.tickets.pages.TicketsPage;
import it.opencit.tickets.pages.TicketsPage.Choice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of tickets, as its address says. It has its own way of reading, apart from the other lists: with a million
 * rows a page must come from an index whatever the filter, and rows are counted only up to {@value #MOST_COUNTED}.
 */
@Component
class TicketList {

    static final String NAME = "ticket";
    static final int MOST_COUNTED = 1_000;
    private static final int PAGE = 50;

    /** Filters that the address may carry. */
    private static final List<String> PARAMETERS = List.of(
            "q",
            "stato",
            "ente",
            "assegnatario",
            "scadenza",
            "urgenza",
            "tipo",
            "categoria",
            "servizio",
            "ordine",
            "dopo");

    /** Who has them, where the address does not name somebody. */
    private static final String TO_ME = "me";

    private static final String TO_MY_GROUPS = "miei-gruppi";
    private static final String TO_NOBODY = "nessuno";

    /** The number of no body: there are none of a body that nobody knows. */
    private static final OrganizationId NONE = new OrganizationId(0);

    private final TicketReader reader;
    private final Rulebooks rulebooks;
    private final Organizations organizations;
    private final SieveChoices offered;
    private final Clock clock;

    TicketList(
            TicketReader reader, Rulebooks rulebooks, Organizations organizations, SieveChoices offered, Clock clock) {
        this.organizations = organizations;
        this.offered = offered;
        this.reader = reader;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** The list of the office. */
    @Transactional
    TicketsPage page(ListRequest typed, String username) {
        ListRequest request = byNumber(typed);
        TicketQuery query = query(request);
        TicketReader.Page page = reader.page(query);
        Instant now = clock.instant();
        boolean narrowed = PARAMETERS.stream()
                .filter(name -> !name.equals("ordine") && !name.equals("dopo"))
                .anyMatch(name -> !request.value(name).isEmpty());
        return new TicketsPage(
                Addresses.TICKETS,
                page.lines().stream()
                        .map(line -> TicketViews.listed(line, page, now, true, Addresses.TICKETS))
                        .toList(),
                total(query, page),
                query.after() == null ? null : address(Addresses.TICKETS, request, Map.of("dopo", "")),
                next(Addresses.TICKETS, request, page),
                downloads(Addresses.TICKETS, request),
                choices(request),
                more(request, page.rules()),
                request.value("q"),
                about(request),
                narrowed,
                options(filters(request)),
                query.after() == null ? views(page.rules(), username, filters(request)) : List.of());
    }

    /** The views that a person sees, with how many tickets each finds; those by words are not counted. */
    List<ShownView> views(Rulebook rules, String username, Map<String, String> current) {
        List<SavedView> seen =
                rules.views().stream().filter(view -> view.isSeenBy(username)).toList();
        List<SavedView> counted = seen.stream()
                .filter(view -> view.filters().getOrDefault("q", "").isEmpty())
                .toList();
        List<Long> counts = counted.isEmpty()
                ? List.of()
                : reader.counts(
                        counted.stream()
                                .map(view -> query(new ListRequest(Addresses.TICKETS, view.filters())))
                                .toList(),
                        MOST_COUNTED + 1);
        return seen.stream()
                .map(view -> new ShownView(
                        view.name(),
                        counted.contains(view) ? number(counts.get(counted.indexOf(view))) : "",
                        view.shared(),
                        address(view.filters()),
                        SavedViewController.VIEWS + "/" + view.id(),
                        view.filters().equals(current)))
                .toList();
    }

    private static String number(long count) {
        return count > MOST_COUNTED ? "oltre " + Italian.number(MOST_COUNTED) : Italian.number(count);
    }

    /** What the address asks, from its first page. */
    static Map<String, String> filters(ListRequest request) {
        Map<String, String> filters = new LinkedHashMap<>();
        PARAMETERS.stream()
                .filter(name -> !name.equals("dopo") && !request.value(name).isEmpty())
                .forEach(name -> filters.put(name, request.value(name)));
        return filters;
    }

    static List<Option> options(Map<String, String> filters) {
        return PARAMETERS.stream()
                .filter(filters::containsKey)
                .map(name -> new Option(name, filters.getOrDefault(name, "")))
                .toList();
    }

    /** The address of the office's list with some filters. */
    static String address(Map<String, String> filters) {
        return address(Addresses.TICKETS, new ListRequest(Addresses.TICKETS, filters), Map.of());
    }

    /** A page of what a saved view asks of the office's list. */
    TicketQuery of(SavedView view, int limit, @Nullable Position after) {
        return asked(new ListRequest(Addresses.TICKETS, view.filters()), null)
                .after(after)
                .limit(limit)
                .done();
    }

    /** All that the address asks of the office's list, up to a limit. */
    TicketQuery all(ListRequest request, int most) {
        return asked(request, null).after(null).limit(most).done();
    }

    /** The list of a body's person. */
    @Transactional
    TicketsPage area(ListRequest request, Viewer.OfBody viewer) {
        return area(request, viewer, Addresses.AREA);
    }

    /** @param path address of the list, below which the page of each ticket is */
    @Transactional
    TicketsPage area(ListRequest request, Viewer.OfBody viewer, String path) {
        return outside(path, request, areaQuery(request, viewer));
    }

    /** What a body's person asks for: of what it may see. */
    TicketQuery areaQuery(ListRequest request, Viewer.OfBody viewer) {
        return asked(request, viewer.body()).seenBy(viewer.username()).done();
    }

    /** The list of a supplier's person: only what its supplier has. */
    @Transactional
    TicketsPage supplier(ListRequest request, Viewer.OfSupplier viewer) {
        return outside(Addresses.SUPPLIER, request, supplierQuery(request, viewer));
    }

    /** What a supplier's person asks for: of what its supplier has. */
    TicketQuery supplierQuery(ListRequest request, Viewer.OfSupplier viewer) {
        return TicketQuery.first(PAGE)
                .states(TicketApi.shown(states(request.value("stato"), false), false))
                .whose(new Whose.Of(Assignee.code(viewer.supplier())))
                .words(request.value("q"))
                .withoutNotes()
                .after(Position.read(request.value("dopo")))
                .done();
    }

    /** The list as those see it who are not of the office. */
    private TicketsPage outside(String path, ListRequest request, TicketQuery query) {
        TicketReader.Page page = reader.page(query);
        Instant now = clock.instant();
        return new TicketsPage(
                path,
                page.lines().stream()
                        .map(line -> TicketViews.listed(line, page, now, false, path))
                        .toList(),
                total(query, page),
                query.after() == null ? null : address(path, request, Map.of("dopo", "")),
                next(path, request, page),
                downloads(path, request),
                List.of(new Choice("stato", "Stato", stateOptions(false), request.value("stato"), false)),
                List.of(),
                request.value("q"),
                "",
                !request.value("q").isEmpty() || !request.value("stato").isEmpty(),
                List.of(),
                List.of());
    }

    /** What the address asks of the office's list. */
    TicketQuery query(ListRequest request) {
        return asked(request, null).done();
    }

    /** What the address asks; values that are none are as if they were not there. */
    private TicketQuery.Asking asked(ListRequest request, @Nullable OrganizationId own) {
        String category = request.value("categoria");
        Rulebook rules = rulebooks.current();
        Whose whose = own == null ? whose(request.value("assegnatario")) : null;
        Set<TicketState> states = states(request.value("stato"), own == null);
        TicketQuery.Asking asked = TicketQuery.first(PAGE)
                .states(TicketApi.shown(
                        // Nobody has those that are new; of other states none, but those removed when they were new.
                        whose instanceof Whose.OfNobody && (states.isEmpty() || states.contains(TicketState.NEW))
                                ? EnumSet.of(TicketState.NEW)
                                : states,
                        own == null))
                .categories(rules.category(category).map(rules::family).orElse(Set.of()))
                .urgency(choice(Urgency.class, request.value("urgenza")))
                .type(choice(TicketType.class, request.value("tipo")))
                .words(request.value("q"))
                .dueBefore(dueBefore(request.value("scadenza")))
                .sorted(choice(Sort.class, request.value("ordine")) instanceof Sort sort ? sort : Sort.NEWEST)
                .after(Position.read(request.value("dopo")));
        if (own != null) {
            return asked.of(own).withoutNotes();
        }
        String body = byNumber(request).value("ente");
        return asked.of(body.isEmpty() ? null : isNumber(body) ? OrganizationId.valueOf(body) : NONE)
                .whose(whose)
                .services(
                        request.value("servizio").isEmpty()
                                ? Set.of()
                                : rules.services().spellings(request.value("servizio")));
    }

    private static @Nullable Whose whose(String written) {
        Acting acting = Acting.current();
        String me = acting == null || acting.actor() == null ? "" : acting.actor();
        return switch (written) {
            case "" -> null;
            case TO_ME -> new Whose.Of(me);
            case TO_MY_GROUPS -> new Whose.OfGroupsOf(me);
            case TO_NOBODY -> new Whose.OfNobody();
            default -> new Whose.Of(written);
        };
    }

    private static boolean isNumber(String written) {
        return written.matches("\\d{1,18}");
    }

    /** The same with the number of the body in place of its name, where it is that of one: by itself, or as part of one name. */
    private ListRequest byNumber(ListRequest request) {
        String written = request.value("ente");
        if (written.isEmpty() || isNumber(written)) {
            return request;
        }
        String name = written.toLowerCase(Locale.ITALIAN);
        Map<OrganizationId, String> names = organizations.names(Set.of());
        List<OrganizationId> found = names.entrySet().stream()
                .filter(one -> one.getValue().toLowerCase(Locale.ITALIAN).equals(name))
                .map(Map.Entry::getKey)
                .toList();
        if (found.isEmpty()) {
            found = names.entrySet().stream()
                    .filter(one -> one.getValue().toLowerCase(Locale.ITALIAN).contains(name))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        if (found.size() != 1) {
            return request;
        }
        Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
        parameters.put("ente", found.getFirst().toString());
        return new ListRequest(request.path(), parameters);
    }

    /** Which body and who the list is about, in words; or that no body is called so. */
    private String about(ListRequest request) {
        String body = request.value("ente");
        if (!body.isEmpty() && !isNumber(body)) {
            return "Nessun ente, o più d'uno, si chiama «" + body + "»: sceglilo dall'elenco del filtro.";
        }
        String ofBody = body.isEmpty() ? "" : nameOf(body);
        String code = request.value("assegnatario");
        String ofPerson =
                switch (code) {
                    case "" -> "";
                    case TO_ME -> "assegnati a te";
                    case TO_MY_GROUPS -> "assegnati ai tuoi gruppi";
                    case TO_NOBODY -> "non ancora di nessuno";
                    default -> "assegnati a " + offered.offered().name(code);
                };
        return ofBody.isEmpty() ? ofPerson : ofPerson.isEmpty() ? ofBody : ofBody + ", " + ofPerson;
    }

    /** The name of a body by its number; "" for none. */
    private String nameOf(String number) {
        OrganizationId body = OrganizationId.valueOf(number);
        return organizations.names(Set.of(body)).getOrDefault(body, "");
    }

    private @Nullable Instant dueBefore(String written) {
        return switch (written) {
            case "oltre" -> clock.instant();
            case "oggi" ->
                clock.instant()
                        .atZone(Italian.ROME)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(Italian.ROME)
                        .toInstant();
            case "settimana" -> clock.instant().plus(Duration.ofDays(7));
            default -> null;
        };
    }

    /** How many there are; of those found by words, as many as the page shows, and whether there are more. */
    private String total(TicketQuery query, TicketReader.Page page) {
        if (query.after() != null) {
            return "";
        }
        if (page.next() == null) {
            return Italian.number(page.lines().size()) + " ticket";
        }
        if (!query.words().isEmpty()) {
            return "I primi " + PAGE + " ticket: aggiungi parole o filtri per restringere";
        }
        long total = reader.count(query, MOST_COUNTED + 1);
        return total == MOST_COUNTED + 1
                ? "oltre " + Italian.number(MOST_COUNTED) + " ticket"
                : Italian.number(total) + " ticket";
    }

    private static @Nullable String next(String path, ListRequest request, TicketReader.Page page) {
        Position next = page.next();
        return next == null ? null : address(path, request, Map.of("dopo", next.write()));
    }

    private List<Choice> choices(ListRequest request) {
        String body = request.value("ente");
        List<Option> assignees = new ArrayList<>(List.of(
                new Option(TO_ME, "A me"),
                new Option(TO_MY_GROUPS, "Ai miei gruppi"),
                new Option(TO_NOBODY, "A nessuno")));
        assignees.addAll(offered.offered().assignees());
        String assignee = request.value("assegnatario");
        if (!assignee.isEmpty()
                && assignees.stream().noneMatch(one -> one.value().equals(assignee))) {
            assignees.add(new Option(assignee, assignee)); // who is no longer offered may still have some
        }
        return List.of(
                choice("stato", "Stato", stateOptions(true), request),
                new Choice("ente", "Ente", offered.offered().bodies(), isNumber(body) ? nameOf(body) : body, true),
                choice("assegnatario", "Assegnato", assignees, request),
                choice(
                        "scadenza",
                        "Scadenza",
                        List.of(
                                new Option("oltre", "Tempo scaduto"),
                                new Option("oggi", "Entro oggi"),
                                new Option("settimana", "Entro 7 giorni")),
                        request),
                choice(
                        "ordine",
                        "Ordine",
                        Arrays.stream(Sort.values())
                                .filter(one -> one != Sort.NEWEST)
                                .map(one -> new Option(one.name(), one.label()))
                                .toList(),
                        request));
    }

    private List<Choice> more(ListRequest request, Rulebook rules) {
        return List.of(
                choice(
                        "urgenza",
                        "Urgenza",
                        Arrays.stream(Urgency.values())
                                .map(one -> new Option(one.name(), one.label()))
                                .toList(),
                        request),
                choice(
                        "tipo",
                        "Tipo",
                        Arrays.stream(TicketType.values())
                                .map(one -> new Option(one.name(), one.label()))
                                .toList(),
                        request),
                choice(
                        "categoria",
                        "Categoria, con quelle sotto",
                        rules.categories().stream()
                                .map(one -> new Option(one.code(), rules.title(one)))
                                .toList(),
                        request),
                new Choice(
                        "servizio",
                        "Servizio",
                        rules.services().offeredOn(LocalDate.ofInstant(clock.instant(), Italian.ROME)).stream()
                                .map(one -> new Option(one.label(), ""))
                                .toList(),
                        request.value("servizio"),
                        true));
    }

    private static Choice choice(String name, String label, List<Option> options, ListRequest request) {
        return new Choice(name, label, options, request.value(name), false);
    }

    private static List<Option> stateOptions(boolean office) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("OPEN", "Aperti"));
        for (TicketState state : TicketState.values()) {
            if (office || state != TicketState.DELETED) {
                options.add(new Option(state.name(), state.plural()));
            }
        }
        return options;
    }

    private static Set<TicketState> states(String written, boolean office) {
        Set<TicketState> states = EnumSet.noneOf(TicketState.class);
        if (written.equals("OPEN")) {
            Arrays.stream(TicketState.values()).filter(TicketState::isOpen).forEach(states::add);
        } else {
            TicketState state = choice(TicketState.class, written);
            if (state != null && (office || state != TicketState.DELETED)) {
                states.add(state);
            }
        }
        return states;
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElse(null);
    }

    /** The whole list as files. */
    private static Downloads downloads(String path, ListRequest request) {
        return new Downloads(path + "/" + NAME, address("", request, Map.of("dopo", "")));
    }

    private static String address(String path, ListRequest request, Map<String, String> changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETERS.forEach(name -> parameters.put(name, request.value(name)));
        parameters.putAll(changes);
        String query = parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
