// SPDX-License-Identifier: EUPL-1.2
package it.opencit.tickets;

import it.opencit.access.SignedIn;
import it.opencit.shared.Refusal;
import it.opencit.shared.access.AllowedTo;
import it.opencit.shared.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of a ticket, for other programs of the office. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/tasks")
@AllowedTo({Role.COORDINATORE, Role.AMMINISTRATIVO, Role.OPERATORE})
class TaskApi {

    private final Tasks tasks;
    private final TicketReader reader;

    TaskApi(Tasks tasks, TicketReader reader) {
        this.tasks = tasks;
        this.reader = reader;
    }

    /**
     * A task.
     *
     * @param assignee name; "" for nobody in particular
     * @param blocking whether the ticket is not solved before it is done
     */
    record ApiTask(
            String id,
            String title,
            String assignee,
            @Nullable LocalDate due,
            boolean blocking,
            boolean done,
            @Nullable Instant doneAt,
            String doneBy) {

        static ApiTask of(Task task) {
            return new ApiTask(
                    Long.toString(task.id()),
                    task.title(),
                    task.assigneeName(),
                    task.dueOn(),
                    task.blocking(),
                    task.doneAt() != null,
                    task.doneAt(),
                    Objects.requireNonNullElse(task.doneBy(), ""));
        }
    }

    /** In the order in which they were added. */
    record ApiTasks(List<ApiTask> items) {}

    /** A task to add; {@code assignee} is a user name. */
    record Adding(
            @Nullable String title,
            @Nullable String assignee,
            @Nullable LocalDate due,
            @Nullable Boolean blocking) {}

    /** Whether it is done. */
    record Finishing(@Nullable Boolean done) {}

    @GetMapping
    ApiTasks list(@PathVariable TicketNumber number) {
        return new ApiTasks(reader.get(number, Viewer.OFFICE).whole().tasks().stream()
                .map(ApiTask::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTasks add(@PathVariable TicketNumber number, @RequestBody Adding adding) {
        String title = adding.title();
        String assignee = adding.assignee();
        Boolean blocking = adding.blocking();
        tasks.add(
                number,
                title == null ? "" : title,
                assignee == null ? "" : assignee.strip(),
                adding.due(),
                blocking != null && blocking);
        return list(number);
    }

    @PutMapping("/{task:\\d+}")
    ApiTasks finish(
            @PathVariable TicketNumber number,
            @PathVariable long task,
            @RequestBody Finishing finishing,
            SignedIn person) {
        Boolean done = finishing.done();
        if (done == null) {
            throw Refusal.inField("done", "tickets.api.field", "done");
        }
        tasks.finish(number, task, done, Author.of(person));
        return list(number);
    }
}
