-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.ticket
    add column waiting_for text,
    add constraint ticket_waiting_for check (waiting_for in ('BODY', 'SUPPLIER', 'OTHER'));
comment on column tickets.ticket.waiting_for is 'Di un ticket in sospeso, chi si aspetta: la sua risposta lo riprende. Vuoto: come l''ente. Di un altro, chi si è aspettato l''ultima volta';

-- How long each supplier had a ticket, counted by its ledger: the statistics of suppliers are of their own time.
create table tickets.supplier_time (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    ticket_id bigint  not null,
    supplier  text    not null check (supplier <> ''),
    minutes   integer not null check (minutes >= 0),
    primary key (centre_id, ticket_id, supplier),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.supplier_time is 'Per quanti minuti di lavoro ciascun fornitore ha avuto un ticket, dal registro dei tempi: per le statistiche';
call opencit.isolate('tickets.supplier_time');
grant select, insert, update, delete on tickets.supplier_time to ${app};

-- Those that suppliers had already are computed too, of every centre: who migrates need not be a superuser.
alter table tickets.ticket_event no force row level security;
alter table tickets.to_watch no force row level security;
insert into tickets.to_watch as w (centre_id, ticket_id)
select distinct centre_id, ticket_id from tickets.ticket_event where kind = 'ASSIGNEE' and after like 'Fornitore: %'
on conflict (centre_id, ticket_id) do update set times = w.times + 1;
alter table tickets.to_watch force row level security;
alter table tickets.ticket_event force row level security;
