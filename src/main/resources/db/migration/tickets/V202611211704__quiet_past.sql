-- SPDX-License-Identifier: EUPL-1.2
-- What is recorded of the past, as an import does, is no news to other programs.
create or replace function tickets.queue_webhooks(what text, number bigint, moment timestamptz, actor text, details jsonb) returns void
    language plpgsql as $$
begin
    if current_setting('opencit.past', true) = 'yes'
            or not exists (select from tickets.webhook where active and what = any (events)) then
        return;
    end if;
    insert into tickets.webhook_delivery (webhook_id, ticket_id, event, at, body, next_attempt_at)
    select w.id, t.id, what, moment,
           jsonb_build_object(
               'event', what, 'at', moment, 'actor', actor,
               'ticket', jsonb_build_object('number', t.id::text, 'state', t.state, 'type', t.type, 'urgency', t.urgency,
                             'title', t.title, 'organizationId', t.organization_id::text, 'assignee', t.assignee,
                             'opened', t.opened_at, 'due', t.due_at)) || details,
           moment
      from tickets.webhook w
      join tickets.ticket t on t.centre_id = w.centre_id and t.id = number
     where w.active and what = any (w.events);
end $$;
