-- SPDX-License-Identifier: EUPL-1.2
-- Work that runs by itself (the table is that of db-scheduler), and API requests that must count once.

create table opencit.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
comment on table opencit.scheduled_task is 'Lavori che partono da soli, per tutta l''installazione: un nodo alla volta prende ciascuno';
create index scheduled_task_execution on opencit.scheduled_task (execution_time);
create index scheduled_task_heartbeat on opencit.scheduled_task (last_heartbeat);
grant select, insert, update, delete on opencit.scheduled_task to ${app};

-- References to centres.centre are not possible here: the root comes first.
create table opencit.repeated_request (
    centre_id    bigint      not null default opencit.current_centre(),
    id           bigint      generated always as identity,
    actor        text        not null default opencit.current_actor(),
    key          text        not null check (length(key) between 1 and 200),
    digest       text        not null,
    status       integer,
    content_type text,
    location     text,
    answer       bytea,
    asked_at     timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    unique (centre_id, actor, key)
);
comment on table opencit.repeated_request is 'Risposte già date alle richieste con Idempotency-Key: la stessa chiave due volte fa una cosa sola';
comment on column opencit.repeated_request.digest is 'SHA-256 di metodo, indirizzo e corpo: la stessa chiave con un''altra richiesta è un errore';
create index repeated_request_asked on opencit.repeated_request (centre_id, asked_at);
select opencit.protect('opencit.repeated_request');
