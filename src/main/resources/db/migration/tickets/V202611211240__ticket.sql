-- SPDX-License-Identifier: EUPL-1.2
create extension if not exists btree_gin with schema public;

create schema tickets;
comment on schema tickets is 'Assistenza: ticket, conversazioni, tempi, livelli di servizio';

-- Italian stems, accents ignored: "perche" finds "perché".
create text search configuration tickets.italian (copy = pg_catalog.italian);
alter text search configuration tickets.italian
    alter mapping for hword, hword_part, word with public.unaccent, italian_stem;

create table tickets.setting (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    revision    uuid    not null default gen_random_uuid(),
    reopen_days integer not null default 10 check (reopen_days between 0 and 365),
    primary key (centre_id)
);
comment on column tickets.setting.revision is 'Cambia a ogni modifica di calendario, livelli di servizio e categorie: chi li ha letti sa se valgono ancora';
comment on column tickets.setting.reopen_days is 'Giorni dalla chiusura entro i quali un ticket si riapre';
select opencit.protect('tickets.setting');

create table tickets.category (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    code      text    not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    parent_id bigint,
    title     text    not null check (title <> ''),
    hint      text    not null default '',
    asks      text[]  not null default '{}' check (asks <@ array['TYPE', 'URGENCY', 'SERVICE', 'PROTOCOL']),
    retired   boolean not null default false,
    version   integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, code),
    foreign key (centre_id, parent_id) references tickets.category (centre_id, id),
    check (parent_id <> id)
);
comment on table tickets.category is 'Categorie dei ticket, ad albero';
comment on column tickets.category.asks is 'Che cosa chiede il modulo oltre a titolo e descrizione';
comment on column tickets.category.retired is 'Non si sceglie più; i ticket di prima la mantengono';
select opencit.protect('tickets.category');

create table tickets.calendar (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    id         bigint      generated always as identity,
    number     integer     not null check (number > 0),
    week       jsonb       not null,
    patron     text        check (patron ~ '^\d{2}-\d{2}$'),
    closures   jsonb       not null default '{}',
    reason     text        not null default '',
    adopted_at timestamptz not null,
    adopted_by text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    unique (centre_id, number)
);
comment on table tickets.calendar is 'Orari di lavoro del centro: una modifica è una versione nuova, quelle di prima restano';
comment on column tickets.calendar.patron is 'Mese e giorno del santo patrono';
select opencit.protect('tickets.calendar');
revoke update, delete on tickets.calendar from ${app};

create table tickets.service_level (
    centre_id           bigint      not null default opencit.current_centre() references centres.centre,
    id                  bigint      generated always as identity,
    code                text        not null check (code <> ''),
    version             integer     not null check (version > 0),
    title               text        not null check (title <> ''),
    category_id         bigint,
    urgency             text        check (urgency in ('BLOCKING', 'HIGH', 'MEDIUM', 'LOW', 'VERY_LOW')),
    service             text        check (service <> ''),
    take_minutes        integer     not null check (take_minutes > 0),
    solution_minutes    integer     not null check (solution_minutes >= take_minutes),
    in_force            boolean     not null default true,
    reason              text        not null default '',
    adopted_at          timestamptz not null,
    adopted_by          text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    unique (centre_id, code, version),
    foreign key (centre_id, category_id) references tickets.category (centre_id, id)
);
comment on table tickets.service_level is 'Livelli di servizio: tempi promessi, in minuti di lavoro. Una modifica è una versione nuova';
create unique index service_level_in_force on tickets.service_level (centre_id, code) where in_force;
select opencit.protect('tickets.service_level');
-- A version only ceases to be in force.
revoke update, delete on tickets.service_level from ${app};
grant update (in_force) on tickets.service_level to ${app};

create table tickets.counter (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    last      bigint not null,
    primary key (centre_id)
);
comment on table tickets.counter is 'L''ultimo numero di ticket dato dal centro';
call opencit.isolate('tickets.counter');
grant select, insert, update on tickets.counter to ${app};

create table tickets.ticket (
    centre_id          bigint      not null default opencit.current_centre() references centres.centre,
    id                 bigint      not null check (id > 0),
    opened_at          timestamptz not null,
    changed_at         timestamptz not null,
    taken_at           timestamptz,
    solved_at          timestamptz,
    closed_at          timestamptz,
    take_due_at        timestamptz,
    solution_due_at    timestamptz,
    due_at             timestamptz generated always as (
                           case when taken_at is null then least(take_due_at, solution_due_at) else solution_due_at end) stored,
    organization_id    bigint      not null,
    category_id        bigint      not null,
    service_level_id   bigint      not null,
    version            integer     not null default 0,
    state              text        not null check (state in ('NEW', 'ASSIGNED', 'PLANNED', 'SUSPENDED', 'TO_BE_TESTED', 'SOLVED', 'CLOSED', 'DELETED')),
    type               text        not null check (type in ('REQUEST', 'FAULT')),
    urgency            text        not null check (urgency in ('BLOCKING', 'HIGH', 'MEDIUM', 'LOW', 'VERY_LOW')),
    assignee_kind      text        check (assignee_kind in ('PERSON', 'GROUP', 'SUPPLIER')),
    assignee           text        check (assignee <> ''),
    assignee_name      text,
    opened_by          text        not null,
    requester          text        not null check (requester <> ''),
    requester_username text,
    requester_email    text        not null default '',
    service            text        not null default '',
    protocol           text        not null default '',
    title              text        not null check (title <> '' and length(title) <= 200),
    description        text        not null,
    primary key (centre_id, id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, category_id) references tickets.category (centre_id, id),
    foreign key (centre_id, service_level_id) references tickets.service_level (centre_id, id),
    check (num_nonnulls(assignee_kind, assignee, assignee_name) in (0, 3)),
    constraint ticket_state check (case state -- as in TicketState
        when 'NEW'     then assignee is null and solved_at is null and closed_at is null
        when 'DELETED' then closed_at is null
        when 'SOLVED'  then assignee is not null and solved_at is not null and closed_at is null
        when 'CLOSED'  then assignee is not null and solved_at is not null and closed_at is not null
        else assignee is not null and solved_at is null and closed_at is null end)
) with (fillfactor = 85);
comment on table tickets.ticket is 'Richieste e guasti segnalati dagli enti';
comment on column tickets.ticket.id is 'Numero del ticket, progressivo per centro: è quello che le persone leggono';
comment on column tickets.ticket.opened_at is 'Apertura: non si modifica mai, una correzione è una nota';
comment on column tickets.ticket.take_due_at is 'Scadenza della presa in carico, dal registro dei tempi; vuota se il tempo è fermo';
comment on column tickets.ticket.due_at is 'La prossima scadenza: la presa in carico finché manca, poi la soluzione';
comment on column tickets.ticket.service is 'Servizio interessato, per codice o titolo';
create index ticket_opened on tickets.ticket (centre_id, opened_at, id);
create index ticket_state on tickets.ticket (centre_id, state, opened_at, id);
create index ticket_open on tickets.ticket (centre_id, opened_at, id)
    where state in ('NEW', 'ASSIGNED', 'PLANNED', 'SUSPENDED', 'TO_BE_TESTED');
create index ticket_organization on tickets.ticket (centre_id, organization_id, opened_at, id);
create index ticket_assignee on tickets.ticket (centre_id, assignee, opened_at, id) where assignee is not null;
create index ticket_requester on tickets.ticket (centre_id, requester_username, opened_at, id) where requester_username is not null;
create index ticket_due on tickets.ticket (centre_id, due_at, id) where due_at is not null;
select opencit.protect('tickets.ticket');
revoke delete on tickets.ticket from ${app};

create function tickets.keep_opening() returns trigger
    language plpgsql as $$
begin
    if (new.centre_id, new.id, new.opened_at, new.opened_by) is distinct from (old.centre_id, old.id, old.opened_at, old.opened_by) then
        raise exception 'The opening of ticket % cannot be changed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger keep_opening before update on tickets.ticket
    for each row execute function tickets.keep_opening();

-- How many tickets stand in each state, in as many places as there are connections that count at once.
create table tickets.tally (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    state     text    not null,
    place     integer not null,
    number    bigint  not null,
    primary key (centre_id, state, place)
) with (fillfactor = 50);
comment on table tickets.tally is 'Quanti ticket per stato: la somma dei posti';
call opencit.isolate('tickets.tally');
grant select, insert, update on tickets.tally to ${app};

create function tickets.count_states() returns trigger
    language plpgsql as $$
declare
    here integer := pg_backend_pid() % 16;
begin
    if tg_op = 'UPDATE' then
        if new.state = old.state then
            return null;
        end if;
        insert into tickets.tally as t (centre_id, state, place, number) values (old.centre_id, old.state, here, -1)
        on conflict (centre_id, state, place) do update set number = t.number - 1;
    end if;
    insert into tickets.tally as t (centre_id, state, place, number) values (new.centre_id, new.state, here, 1)
    on conflict (centre_id, state, place) do update set number = t.number + 1;
    return null;
end $$;
create trigger count_states after insert or update of state on tickets.ticket
    for each row execute function tickets.count_states();

-- What is searched stands apart. Matching words is not leakproof for PostgreSQL, so row-level security would keep it from
-- the index; said in a policy of this table, what is wanted is one with the centre, and the index serves both.
create table tickets.ticket_text (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      not null,
    opened_at timestamptz not null,
    document  tsvector    not null,
    primary key (centre_id, id),
    foreign key (centre_id, id) references tickets.ticket (centre_id, id)
);
comment on table tickets.ticket_text is 'Le parole di ogni ticket, per la ricerca; peso D quelle delle note interne';
create index ticket_text_opened on tickets.ticket_text (centre_id, opened_at, id);
create index ticket_text_document on tickets.ticket_text using gin (centre_id, document) with (gin_pending_list_limit = 512);
alter table tickets.ticket_text alter column document set statistics 1000;
create function tickets.wanted() returns tsquery
    language sql stable parallel safe
    return coalesce(nullif(current_setting('opencit.search', true), '')::tsquery, '!''§'''::tsquery);
comment on function tickets.wanted() is 'Le parole cercate nella transazione; senza, ogni ticket va bene';
call opencit.isolate('tickets.ticket_text');
create policy wanted on tickets.ticket_text as restrictive for select using (document @@ tickets.wanted());
grant select, insert, update on tickets.ticket_text to ${app};

create table tickets.segment (
    centre_id        bigint      not null default opencit.current_centre() references centres.centre,
    id               bigint      generated always as identity,
    ticket_id        bigint      not null,
    from_at          timestamptz not null,
    running          boolean     not null,
    why              text        not null,
    calendar_id      bigint      not null,
    service_level_id bigint      not null,
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, calendar_id) references tickets.calendar (centre_id, id),
    foreign key (centre_id, service_level_id) references tickets.service_level (centre_id, id)
);
comment on table tickets.segment is 'Il registro dei tempi: ogni riga vale fino alla successiva e non cambia mai';
create index segment_ticket on tickets.segment (centre_id, ticket_id, id);
select opencit.protect('tickets.segment');
revoke update, delete on tickets.segment from ${app};

create table tickets.ticket_event (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    id         bigint      generated always as identity,
    ticket_id  bigint      not null,
    at         timestamptz not null,
    kind       text        not null check (kind in ('OPENED', 'STATE', 'ASSIGNEE', 'URGENCY')),
    before     text        not null default '',
    after      text        not null default '',
    reason     text        not null default '',
    actor      text        not null,
    actor_name text        not null,
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.ticket_event is 'Che cosa è cambiato di un ticket, chi l''ha fatto e perché: si può solo aggiungere';
create index ticket_event_ticket on tickets.ticket_event (centre_id, ticket_id, id);
select opencit.protect('tickets.ticket_event');
revoke update, delete on tickets.ticket_event from ${app};

create table tickets.entry (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    ticket_id   bigint      not null,
    at          timestamptz not null,
    visibility  text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    from_office boolean     not null,
    author      text        not null,
    author_name text        not null,
    text        text        not null check (text <> ''),
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    check (visibility = 'PUBLIC' or from_office)
);
comment on table tickets.entry is 'Risposte, che l''ente legge, e note interne, che non vede';
create index entry_ticket on tickets.entry (centre_id, ticket_id, id);
select opencit.protect('tickets.entry');
revoke update, delete on tickets.entry from ${app};

create table tickets.attachment (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    id         bigint      generated always as identity,
    ticket_id  bigint      not null,
    file_id    bigint      not null,
    at         timestamptz not null,
    visibility text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    name       text        not null,
    size       bigint      not null,
    author     text        not null,
    author_name text       not null,
    from_office boolean    not null,
    primary key (centre_id, id),
    unique (centre_id, ticket_id, file_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id)
);
comment on table tickets.attachment is 'File uniti a un ticket';
select opencit.protect('tickets.attachment');
revoke update, delete on tickets.attachment from ${app};
