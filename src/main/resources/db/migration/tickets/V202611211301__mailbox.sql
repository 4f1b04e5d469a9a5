-- SPDX-License-Identifier: EUPL-1.2
-- A mailbox that changes server, user or folder is another one: the numbers that its server gives to messages start anew.
create table tickets.mailbox (
    centre_id     bigint      not null default opencit.current_centre() references centres.centre,
    id            bigint      generated always as identity,
    host          text        not null check (host <> ''),
    port          integer     not null check (port between 1 and 65535),
    security      text        not null check (security in ('NONE', 'STARTTLS', 'TLS')),
    username      text        not null check (username <> ''),
    secret        bytea       not null,
    folder        text        not null check (folder <> ''),
    address       text        not null check (address like '%_@_%' and address = lower(address)),
    category      text        not null,
    largest_bytes integer     not null check (largest_bytes > 0),
    read_existing boolean     not null,
    active        boolean     not null,
    current       boolean     not null default true,
    since         timestamptz not null,
    version       integer     not null default 0,
    primary key (centre_id, id)
);
comment on table tickets.mailbox is 'La casella da cui arriva la posta dell''assistenza';
comment on column tickets.mailbox.secret is 'Parola d''ordine cifrata (AES-GCM) con la chiave della cartella dei dati';
comment on column tickets.mailbox.category is 'Codice della categoria dei ticket aperti per posta';
comment on column tickets.mailbox.read_existing is 'Se si leggono anche i messaggi che la casella aveva prima';
create unique index mailbox_current on tickets.mailbox (centre_id) where current;
select opencit.protect('tickets.mailbox');

create table tickets.mailbox_reading (
    centre_id    bigint      not null default opencit.current_centre() references centres.centre,
    mailbox_id   bigint      not null,
    uid_validity bigint      not null,
    seen_uid     bigint      not null,
    primary key (centre_id, mailbox_id, uid_validity),
    foreign key (centre_id, mailbox_id) references tickets.mailbox (centre_id, id)
);
comment on table tickets.mailbox_reading is 'Fin dove è letta ogni casella';
call opencit.isolate('tickets.mailbox_reading');
grant select, insert, update on tickets.mailbox_reading to ${app};

create table tickets.mailbox_trouble (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    id         bigint      generated always as identity,
    mailbox_id bigint      not null,
    since      timestamptz not null,
    what       text        not null check (what <> ''),
    primary key (centre_id, id),
    unique (centre_id, mailbox_id),
    foreign key (centre_id, mailbox_id) references tickets.mailbox (centre_id, id)
);
comment on table tickets.mailbox_trouble is 'Perché una casella non si legge, da quando; nessuna riga se si legge';
select opencit.protect('tickets.mailbox_trouble');

create table tickets.incoming (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    mailbox_id      bigint      not null,
    uid_validity    bigint      not null,
    uid             bigint      not null,
    received_at     timestamptz not null,
    stored_at       timestamptz not null,
    size            bigint      not null,
    whole           boolean     not null,
    state           text        not null default 'STORED' check (state in
                        ('STORED', 'TICKET', 'FOLLOW_UP', 'QUARANTINE', 'WAITING', 'RECEIPT', 'DUPLICATE', 'DISCARDED')),
    reason          text,
    detail          text        not null default '',
    attempts        integer     not null default 0,
    message_id      text        not null default '',
    sender          text        not null default '',
    sender_name     text        not null default '',
    subject         text        not null default '',
    ticket_id       bigint,
    worked_at       timestamptz,
    worked_by       text,
    primary key (centre_id, id),
    unique (centre_id, mailbox_id, uid_validity, uid),
    foreign key (centre_id, mailbox_id) references tickets.mailbox (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    check ((state = 'STORED') = (worked_at is null)),
    check (state <> 'QUARANTINE' or reason is not null),
    check (state not in ('TICKET', 'FOLLOW_UP') or ticket_id is not null)
);
comment on table tickets.incoming is 'Ogni messaggio arrivato e che fine ha fatto: nessuno si perde';
comment on column tickets.incoming.whole is 'Falso se era troppo grande: ne restano le intestazioni';
create index incoming_stored on tickets.incoming (centre_id, id) where state = 'STORED';
create index incoming_open on tickets.incoming (centre_id, id) where state in ('QUARANTINE', 'WAITING');
create index incoming_message on tickets.incoming (centre_id, message_id);
create index incoming_ticket on tickets.incoming (centre_id, ticket_id, id);
select opencit.protect('tickets.incoming');
revoke delete on tickets.incoming from ${app};

create table tickets.incoming_content (
    centre_id   bigint not null default opencit.current_centre() references centres.centre,
    incoming_id bigint not null,
    raw         bytea  not null,
    primary key (centre_id, incoming_id),
    foreign key (centre_id, incoming_id) references tickets.incoming (centre_id, id)
);
comment on table tickets.incoming_content is 'Il messaggio com''è arrivato: si aggiunge e si legge soltanto';
call opencit.isolate('tickets.incoming_content');
grant select, insert on tickets.incoming_content to ${app};

create table tickets.sender_choice (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    address         text        not null check (address = lower(address)),
    organization_id bigint      not null,
    chosen_at       timestamptz not null,
    primary key (centre_id, id),
    unique (centre_id, address),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table tickets.sender_choice is 'Per quale ente scrive chi è di più enti, come ha scelto';
select opencit.protect('tickets.sender_choice');

create table tickets.automatic_answer (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    id        bigint generated always as identity,
    address   text   not null,
    day       date   not null,
    kind      text   not null check (kind in ('NEWS', 'OPENING')),
    number    integer not null default 1,
    primary key (centre_id, id),
    unique (centre_id, address, day, kind)
);
comment on table tickets.automatic_answer is 'Quante risposte automatiche ha ricevuto un indirizzo in un giorno: così due programmi non si scrivono all''infinito';
select opencit.protect('tickets.automatic_answer');

create index ticket_requester_email on tickets.ticket (centre_id, requester_email);
