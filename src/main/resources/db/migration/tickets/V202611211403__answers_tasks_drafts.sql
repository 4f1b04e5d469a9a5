-- SPDX-License-Identifier: EUPL-1.2
create table tickets.canned_answer (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    id          bigint  generated always as identity,
    category_id bigint,
    title       text    not null check (title <> ''),
    text        text    not null check (text <> ''),
    retired     boolean not null default false,
    version     integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, title),
    foreign key (centre_id, category_id) references tickets.category (centre_id, id)
);
comment on table tickets.canned_answer is 'Risposte pronte; senza categoria valgono per tutte';
select opencit.protect('tickets.canned_answer');
revoke delete on tickets.canned_answer from ${app};

create table tickets.task (
    centre_id     bigint  not null default opencit.current_centre() references centres.centre,
    id            bigint  generated always as identity,
    ticket_id     bigint  not null,
    title         text    not null check (title <> ''),
    assignee      text    not null default '',
    assignee_name text    not null default '',
    due_on        date,
    blocking      boolean not null default false,
    done_at       timestamptz,
    done_by       text    not null default '',
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.task is 'Attività di un ticket';
comment on column tickets.task.blocking is 'Finché non è fatta il ticket non si risolve e non si chiude';
create index task_ticket on tickets.task (centre_id, ticket_id, id);
select opencit.protect('tickets.task');
revoke delete on tickets.task from ${app};

-- Without history: a draft is a person's own, and is written at every pause of the typing.
create table tickets.draft (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      generated always as identity,
    username  text        not null check (username <> ''),
    ticket_id bigint,
    saved_at  timestamptz not null,
    fields    jsonb       not null,
    primary key (centre_id, id),
    unique nulls not distinct (centre_id, username, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.draft is 'Quello che una persona stava scrivendo: una risposta, o senza ticket una richiesta nuova';
call opencit.isolate('tickets.draft');
grant select, insert, update, delete on tickets.draft to ${app};
