-- SPDX-License-Identifier: EUPL-1.2
create table tickets.glpi_import (
    centre_id    bigint      not null default opencit.current_centre() references centres.centre,
    id           bigint      generated always as identity,
    file_name    text        not null,
    uploaded_at  timestamptz not null,
    uploaded_by  text        not null default opencit.current_actor(),
    bodies       jsonb       not null default '{}',
    categories   jsonb       not null default '{}',
    started_at   timestamptz,
    started_by   text,
    starter_name text,
    finished_at  timestamptz,
    next_line    integer     not null default 0,
    made         integer     not null default 0 check (made >= 0),
    known        integer     not null default 0 check (known >= 0),
    refused      integer     not null default 0 check (refused >= 0),
    passed_over  integer     not null default 0 check (passed_over >= 0),
    primary key (centre_id, id),
    check (num_nonnulls(started_at, started_by, starter_name) in (0, 3)),
    check (finished_at is null or started_at is not null)
);
comment on table tickets.glpi_import is 'Esportazioni di GLPI caricate: si guardano, poi si importano a pezzi';
comment on column tickets.glpi_import.bodies is 'Entità di GLPI e ente a cui corrisponde, per numero; chi manca non si importa';
comment on column tickets.glpi_import.next_line is 'Fin dove si è arrivati: le righe prima sono già lavorate';
comment on column tickets.glpi_import.passed_over is 'Righe di entità senza ente';
select opencit.protect('tickets.glpi_import');
revoke delete on tickets.glpi_import from ${app};

create table tickets.glpi_row (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    import_id bigint  not null,
    line      integer not null check (line > 0),
    glpi_id   bigint,
    entity    text    not null,
    category  text    not null,
    state     text,
    problem   text    not null default '',
    ticket    jsonb   not null,
    primary key (centre_id, import_id, line),
    foreign key (centre_id, import_id) references tickets.glpi_import (centre_id, id),
    check (problem <> '' or num_nonnulls(glpi_id, state) = 2)
);
comment on table tickets.glpi_row is 'Le righe di un''esportazione, lette; chi ha un problema dice quale';
call opencit.isolate('tickets.glpi_row');
grant select, insert, delete on tickets.glpi_row to ${app};

create table tickets.glpi_ticket (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    glpi_id   bigint not null check (glpi_id > 0),
    ticket_id bigint not null,
    import_id bigint not null,
    primary key (centre_id, glpi_id),
    unique (centre_id, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, import_id) references tickets.glpi_import (centre_id, id)
);
comment on table tickets.glpi_ticket is 'Il numero che un ticket aveva in GLPI: lo stesso non si importa due volte';
call opencit.isolate('tickets.glpi_ticket');
grant select, insert on tickets.glpi_ticket to ${app};
