-- SPDX-License-Identifier: EUPL-1.2
create table tickets.webhook (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    title     text    not null check (title <> ''),
    address   text    not null check (address ~ '^https?://'),
    events    text[]  not null check (cardinality(events) > 0
                  and events <@ array['ticket.opened', 'ticket.state', 'ticket.assignee', 'ticket.urgency', 'ticket.answered']),
    active    boolean not null default true,
    primary key (centre_id, id)
);
comment on table tickets.webhook is 'Programmi a cui il centro racconta che cosa succede ai ticket';
select opencit.protect('tickets.webhook');

create table tickets.webhook_secret (
    centre_id  bigint not null default opencit.current_centre() references centres.centre,
    webhook_id bigint not null,
    secret     text   not null check (length(secret) >= 16),
    primary key (centre_id, webhook_id),
    foreign key (centre_id, webhook_id) references tickets.webhook (centre_id, id) on delete cascade
);
comment on table tickets.webhook_secret is 'Con che cosa si firma quello che parte: chi lo riceve sa che viene dal centro';
-- Not in the audit trail: whoever reads that must not be able to sign.
call opencit.isolate('tickets.webhook_secret');
grant select, insert, update, delete on tickets.webhook_secret to ${app};

create table tickets.webhook_delivery (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    webhook_id      bigint      not null,
    ticket_id       bigint      not null,
    event           text        not null,
    at              timestamptz not null,
    body            text        not null,
    state           text        not null default 'QUEUED' check (state in ('QUEUED', 'DELIVERED', 'FAILED')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    delivered_at    timestamptz,
    answer          text        not null default '',
    primary key (centre_id, id),
    foreign key (centre_id, webhook_id) references tickets.webhook (centre_id, id) on delete cascade,
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.webhook_delivery is 'Che cosa parte, o è partito, verso ciascun programma';
comment on column tickets.webhook_delivery.answer is 'L''ultima risposta del programma, o perché non si è potuto raggiungere';
create index webhook_delivery_next on tickets.webhook_delivery (centre_id, next_attempt_at, id) where state = 'QUEUED';
create index webhook_delivery_hook on tickets.webhook_delivery (centre_id, webhook_id, id);
call opencit.isolate('tickets.webhook_delivery');
grant select, insert, update, delete on tickets.webhook_delivery to ${app};

-- What happens to a ticket is queued by the database, in the transaction in which it happens, whoever does it: a program
-- is told of what was committed, of all of it, and of nothing else. Internal notes do not leave.
create function tickets.queue_webhooks(what text, number bigint, moment timestamptz, actor text, details jsonb) returns void
    language plpgsql as $$
begin
    if not exists (select from tickets.webhook where active and what = any (events)) then
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

create function tickets.tell_event() returns trigger
    language plpgsql as $$
begin
    perform tickets.queue_webhooks('ticket.' || lower(new.kind), new.ticket_id, new.at, new.actor_name,
        jsonb_build_object('before', new.before, 'after', new.after, 'reason', new.reason));
    return null;
end $$;
create trigger tell_event after insert on tickets.ticket_event
    for each row execute function tickets.tell_event();

create function tickets.tell_entry() returns trigger
    language plpgsql as $$
begin
    perform tickets.queue_webhooks('ticket.answered', new.ticket_id, new.at, new.author_name,
        jsonb_build_object('text', new.text, 'fromOffice', new.from_office));
    return null;
end $$;
create trigger tell_entry after insert on tickets.entry
    for each row when (new.visibility = 'PUBLIC') execute function tickets.tell_entry();
