-- SPDX-License-Identifier: EUPL-1.2
-- One narrow row for each ticket, in order of opening: a year of a million tickets is read without touching their texts.
create table tickets.measure (
    centre_id        bigint      not null default opencit.current_centre() references centres.centre,
    ticket_id        bigint      not null,
    opened_at        timestamptz not null,
    taken_at         timestamptz,
    solved_at        timestamptz,
    category_id      bigint      not null,
    organization_id  bigint      not null,
    take_minutes     integer,
    solution_minutes integer,
    take_kept        boolean,
    solution_kept    boolean,
    type             text        not null,
    assignee_kind    text,
    assignee         text,
    service          text        not null,
    primary key (centre_id, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    check (num_nonnulls(taken_at, take_minutes, take_kept) in (0, 3)),
    check (num_nonnulls(solved_at, solution_minutes, solution_kept) in (0, 3))
);
comment on table tickets.measure is 'Di ogni ticket non eliminato quanto tempo di lavoro è servito: per le statistiche';
comment on column tickets.measure.take_minutes is 'Minuti di lavoro fino alla presa in carico, dal registro dei tempi';
create index measure_opened on tickets.measure (centre_id, opened_at);
create index measure_taken on tickets.measure (centre_id, taken_at) where taken_at is not null;
create index measure_solved on tickets.measure (centre_id, solved_at) where solved_at is not null;
create index measure_open on tickets.measure (centre_id, opened_at) where solved_at is null;
call opencit.isolate('tickets.measure');
grant select, insert, update, delete on tickets.measure to ${app};
