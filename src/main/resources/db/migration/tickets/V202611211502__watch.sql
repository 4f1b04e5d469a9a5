-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.setting
    add column long_pause_days integer not null default 10 check (long_pause_days between 1 and 250);
comment on column tickets.setting.long_pause_days is 'Dopo quanti giorni di lavoro di tempo fermo si sollecita chi deve rispondere';

create table tickets.staff_address (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    username  text   not null check (username <> ''),
    email     text   not null check (email <> ''),
    primary key (centre_id, username)
);
comment on table tickets.staff_address is 'Dove chi lavora nel centro legge gli avvisi di scadenza';
select opencit.protect('tickets.staff_address');

-- What has to be computed again of a ticket after it changed is done apart, not by who opens or works it.
create table tickets.to_watch (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    ticket_id bigint  not null,
    times     integer not null default 1,
    primary key (centre_id, ticket_id)
) with (fillfactor = 60);
comment on table tickets.to_watch is 'Ticket cambiati, di cui vanno ricalcolati avvisi e misure';
-- Those there are already, of every centre: who migrates owns the tables and need not be a superuser.
alter table tickets.ticket no force row level security;
insert into tickets.to_watch (centre_id, ticket_id) select centre_id, id from tickets.ticket;
alter table tickets.ticket force row level security;
call opencit.isolate('tickets.to_watch');
grant select, insert, update, delete on tickets.to_watch to ${app};

create function tickets.note_change() returns trigger
    language plpgsql as $$
begin
    -- Touches a row that is there already, so that who takes it waits for this transaction and reads what it wrote.
    insert into tickets.to_watch as w (centre_id, ticket_id) values (new.centre_id, new.id)
    on conflict (centre_id, ticket_id) do update set times = w.times + 1;
    return null;
end $$;
create trigger note_change after insert or update of state, urgency, assignee, category_id, organization_id, service,
    take_due_at, solution_due_at, service_level_id on tickets.ticket
    for each row execute function tickets.note_change();

create table tickets.alarm (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    ticket_id bigint      not null,
    kind      text        not null check (kind in ('TAKE_IN_CHARGE', 'SOLUTION', 'PAUSE')),
    step      bigint      not null,
    at        timestamptz not null,
    primary key (centre_id, ticket_id, kind, step),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.alarm is 'Quando va mandato il prossimo avviso di ogni ticket, dal registro dei tempi';
comment on column tickets.alarm.step is 'Parte del tempo promesso, in per cento; di una pausa il secondo in cui è cominciata';
create index alarm_at on tickets.alarm (centre_id, at);
call opencit.isolate('tickets.alarm');
grant select, insert, update, delete on tickets.alarm to ${app};

create table tickets.alert (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    ticket_id bigint      not null,
    kind      text        not null check (kind in ('TAKE_IN_CHARGE', 'SOLUTION', 'PAUSE')),
    step      bigint      not null,
    at        timestamptz not null,
    sent_to   text[]      not null default '{}',
    primary key (centre_id, ticket_id, kind, step),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.alert is 'Avvisi già dati: nessuno si ripete';
comment on column tickets.alert.sent_to is 'Indirizzi; nessuno se non c''era a chi scrivere, o se lo stesso giro ne ha mandato uno più grave';
select opencit.protect('tickets.alert');
revoke update, delete on tickets.alert from ${app};
