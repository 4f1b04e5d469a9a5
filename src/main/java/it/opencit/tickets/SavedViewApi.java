// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The saved views, for other programs of the office: the same that a person finds over the list. */
@RestController
@RequestMapping(SavedViewApi.VIEWS)
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class SavedViewApi {

    static final String VIEWS = "/api/v1/tickets/views";

    private static final String ONE = "/{id:\\d+}";

    private final SavedViews views;
    private final TicketList list;
    private final TicketReader reader;
    private final Rulebooks rulebooks;

    SavedViewApi(SavedViews views, TicketList list, TicketReader reader, Rulebooks rulebooks) {
        this.views = views;
        this.list = list;
        this.reader = reader;
        this.rulebooks = rulebooks;
    }

    /**
     * A view.
     *
     * @param owner user name of who keeps it
     * @param shared whether the whole office sees it
     * @param filters and order, named as the parameters of the list: {@code q}, {@code state}, {@code organizationId},
     *     {@code assignee} (also {@code me}, {@code my-groups}, {@code nobody}), {@code due}, {@code urgency},
     *     {@code type}, {@code category}, {@code service}, {@code sort}
     */
    record ApiView(String id, String name, String owner, boolean shared, Map<String, String> filters, int version) {

        static ApiView of(SavedView view) {
            return new ApiView(
                    Long.toString(view.id()),
                    view.name(),
                    view.owner(),
                    view.shared(),
                    ApiFilter.inApi(view.filters()),
                    view.version());
        }
    }

    /** Those of the office first, by name. */
    record ApiViews(List<ApiView> items) {}

    /** A view to keep. */
    record ViewKeeping(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable Map<String, String> filters) {}

    /**
     * Another name, or whether it is shared; what is not said stays as it is.
     *
     * @param version that was read; without it whatever changed since goes
     */
    record ViewChanging(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable Integer version) {}

    @GetMapping
    ApiViews list(SignedIn person) {
        return new ApiViews(
                views.of(person.username()).stream().map(ApiView::of).toList());
    }

    @GetMapping(ONE)
    ApiView show(@PathVariable long id, SignedIn person) {
        return ApiView.of(views.get(id, person.username()));
    }

    @PostMapping
    ResponseEntity<ApiView> add(@RequestBody ViewKeeping keeping, SignedIn person) {
        Map<String, String> filters = keeping.filters();
        if (filters == null) {
            throw Refusal.inField("filters", "tickets.api.field", "filters");
        }
        long id = views.add(
                TicketApi.text(keeping.name()),
                Boolean.TRUE.equals(keeping.shared()),
                ApiFilter.inPages(filters, rulebooks.current()),
                person);
        return ResponseEntity.created(URI.create(VIEWS + "/" + id)).body(show(id, person));
    }

    @PatchMapping(ONE)
    ApiView change(@PathVariable long id, @RequestBody ViewChanging changing, SignedIn person) {
        SavedView view = views.get(id, person.username());
        String name = changing.name();
        Boolean shared = changing.shared();
        Integer seen = changing.version();
        views.change(
                view,
                seen == null ? view.version() : seen,
                name == null ? view.name() : name,
                shared == null ? view.shared() : shared,
                person);
        return show(id, person);
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, SignedIn person) {
        views.delete(views.get(id, person.username()), person);
    }

    /** The tickets that it finds, a page at a time. */
    @GetMapping(ONE + "/tickets")
    ApiTicket.ApiTickets run(
            @PathVariable long id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            SignedIn person) {
        SavedView view = views.get(id, person.username());
        Position after = cursor.isEmpty() ? null : Position.read(cursor);
        return ApiTicket.ApiTickets.of(reader.page(list.of(view, TicketApi.limited(limit), after)), true);
    }
}
