-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.category add column citizens boolean not null default false;
comment on column tickets.category.citizens is 'Si sceglie anche nella pagina pubblica, da chi non ha un accesso';

create table tickets.citizen_desk (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    open            boolean not null,
    organization_id bigint  not null,
    primary key (centre_id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table tickets.citizen_desk is 'Se i cittadini possono segnalare senza accesso, e di quale ente sono i loro ticket';
select opencit.protect('tickets.citizen_desk');
revoke delete on tickets.citizen_desk from ${app};

create table tickets.privacy_text (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    id         bigint      generated always as identity,
    text       text        not null check (text <> ''),
    first_used timestamptz not null,
    primary key (centre_id, id)
);
comment on table tickets.privacy_text is 'Le versioni dell''informativa che i cittadini hanno letto e accettato';
create unique index privacy_text_once on tickets.privacy_text (centre_id, md5(text));
select opencit.protect('tickets.privacy_text');
revoke update, delete on tickets.privacy_text from ${app};

create table tickets.citizen (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    ticket_id       bigint      not null,
    code_sha256     bytea       not null check (length(code_sha256) = 32),
    privacy_text_id bigint      not null,
    consented_at    timestamptz not null,
    wrong_codes     integer     not null default 0,
    primary key (centre_id, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, privacy_text_id) references tickets.privacy_text (centre_id, id)
);
comment on table tickets.citizen is 'Chi ha segnalato senza accesso: con che cosa segue il suo ticket, a che cosa ha acconsentito e quando';
comment on column tickets.citizen.code_sha256 is 'Impronta del codice consegnato; il codice non si conserva';
comment on column tickets.citizen.wrong_codes is 'Quante volte si è provato con un codice sbagliato';
select opencit.protect('tickets.citizen');
revoke delete on tickets.citizen from ${app};

create table tickets.spent_form (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    number    bigint      not null,
    expires   timestamptz not null,
    primary key (centre_id, number)
);
comment on table tickets.spent_form is 'I moduli pubblici già inviati, finché non scadono: ognuno vale una volta';
call opencit.isolate('tickets.spent_form');
grant select, insert, delete on tickets.spent_form to ${app};

create table tickets.attempt (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    who       text        not null,
    hour      timestamptz not null,
    number    integer     not null,
    primary key (centre_id, who, hour)
);
comment on table tickets.attempt is 'Quante volte nell''ora si è provato nelle pagine pubbliche';
comment on column tickets.attempt.who is 'Impronta, con la chiave del centro, dell''indirizzo di rete o di posta: non si risale a chi è';
call opencit.isolate('tickets.attempt');
grant select, insert, update, delete on tickets.attempt to ${app};
