-- SPDX-License-Identifier: EUPL-1.2
create table tickets.category_template (
    centre_id     bigint      not null default opencit.current_centre() references centres.centre,
    id            bigint      generated always as identity,
    category_id   bigint      not null,
    version       integer     not null check (version > 0),
    title         text        not null default '' check (length(title) <= 200),
    description   text        not null default '',
    required      text[]      not null default '{}' check (required <@ array['URGENCY', 'SERVICE', 'PROTOCOL', 'EMAIL']),
    assignee_kind text        check (assignee_kind in ('PERSON', 'GROUP', 'SUPPLIER')),
    assignee      text        check (assignee <> ''),
    assignee_name text,
    at_once       boolean     not null default false,
    tasks         jsonb       not null default '[]',
    fields        jsonb       not null default '[]',
    written_at    timestamptz not null,
    written_by    text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    unique (centre_id, category_id, version),
    foreign key (centre_id, category_id) references tickets.category (centre_id, id),
    check (num_nonnulls(assignee_kind, assignee, assignee_name) in (0, 3)),
    check (not at_once or assignee is not null)
);
comment on table tickets.category_template is 'Come nasce un ticket di una categoria: una modifica è una versione nuova, l''ultima vale';
comment on column tickets.category_template.title is 'Titolo proposto a chi apre';
comment on column tickets.category_template.required is 'Che cosa non può mancare oltre a titolo e descrizione';
comment on column tickets.category_template.at_once is 'Il ticket nasce assegnato; altrimenti l''assegnatario è solo proposto';
comment on column tickets.category_template.tasks is 'Attività che ogni ticket riceve, in ordine: titolo e se è bloccante';
comment on column tickets.category_template.fields is 'Campi propri del modulo';
select opencit.protect('tickets.category_template');
revoke update, delete on tickets.category_template from ${app};

alter table tickets.ticket
    add column template_id bigint,
    add column answers jsonb,
    add foreign key (centre_id, template_id) references tickets.category_template (centre_id, id),
    add check (answers is null or template_id is not null);
comment on column tickets.ticket.template_id is 'La versione del modello della categoria con cui è stato aperto';
comment on column tickets.ticket.answers is 'Le risposte nei campi propri del modulo, per nome breve';
