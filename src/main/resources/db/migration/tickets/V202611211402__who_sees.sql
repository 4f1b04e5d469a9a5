-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.ticket
    add column audience     text    not null default 'BODY' check (audience in ('OWN', 'BODY', 'NAMED')),
    add column confidential boolean not null default false;
comment on column tickets.ticket.audience is 'Chi lo vede nell''ente: chi l''ha chiesto, tutti, le persone indicate';
comment on column tickets.ticket.confidential is 'Riservato: solo chi l''ha chiesto, le persone indicate e il centro; nei messaggi di posta non si scrive il contenuto';

create table tickets.observer (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    id        bigint generated always as identity,
    ticket_id bigint not null,
    username  text   check (username <> ''),
    name      text   not null check (name <> ''),
    email     text   not null default '',
    primary key (centre_id, id),
    unique (centre_id, ticket_id, name),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.observer is 'Persone dell''ente che seguono un ticket: lo vedono e ricevono le risposte';
comment on column tickets.observer.username is 'Per chi ha un accesso';
select opencit.protect('tickets.observer');
