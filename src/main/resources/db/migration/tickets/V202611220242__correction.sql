-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.ticket_event
    drop constraint ticket_event_kind_check,
    add constraint ticket_event_kind check (kind in ('OPENED', 'STATE', 'ASSIGNEE', 'URGENCY',
        'TYPE', 'CATEGORY', 'TITLE', 'SERVICE', 'BODY', 'REQUESTER', 'PROTOCOL', 'LEVEL'));
comment on column tickets.ticket_event.before is 'Che cosa c''era: il nome dello stato o dell''urgenza; di una correzione, le parole che si leggevano';

alter table tickets.webhook
    drop constraint webhook_events_check,
    add constraint webhook_events check (cardinality(events) > 0
        and events <@ array['ticket.opened', 'ticket.state', 'ticket.assignee', 'ticket.urgency', 'ticket.corrected', 'ticket.answered']);

create or replace function tickets.tell_event() returns trigger
    language plpgsql as $$
declare
    corrected boolean := new.kind not in ('OPENED', 'STATE', 'ASSIGNEE', 'URGENCY');
begin
    perform tickets.queue_webhooks(
        'ticket.' || case when corrected then 'corrected' else lower(new.kind) end, new.ticket_id, new.at, new.actor_name,
        jsonb_build_object('before', new.before, 'after', new.after, 'reason', new.reason)
            || case when corrected then jsonb_build_object('field', lower(new.kind)) else '{}'::jsonb end);
    return null;
end $$;

-- What is measured by type follows a correction of it.
drop trigger note_change on tickets.ticket;
create trigger note_change after insert or update of state, type, urgency, assignee, category_id, organization_id, service,
    take_due_at, solution_due_at, service_level_id on tickets.ticket
    for each row execute function tickets.note_change();
