-- SPDX-License-Identifier: EUPL-1.2
create schema notices;
comment on schema notices is 'Avvisi: la posta che il centro manda, tenuta prima e dopo la partenza';

create table notices.mail (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    key             text        not null check (key <> ''),
    recipient       text        not null check (recipient <> ''),
    subject         text        not null check (subject <> ''),
    body            text        not null,
    state           text        not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'UNDELIVERED', 'STALE')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text        not null default '',
    created_by      text        not null default opencit.current_actor(),
    created_at      timestamptz not null,
    sent_at         timestamptz,
    primary key (centre_id, id),
    unique (centre_id, key),
    check ((state = 'SENT') = (sent_at is not null))
);
comment on table notices.mail is 'Messaggi di posta elettronica in partenza e partiti';
comment on column notices.mail.key is 'Chi lo manda lo riconosce da qui: la stessa chiave due volte è un messaggio solo';
comment on column notices.mail.state is 'QUEUED da inviare, SENT inviato, UNDELIVERED il server lo ha rifiutato troppe volte, STALE rimasto troppo a lungo senza server';
create index mail_queued on notices.mail (centre_id, next_attempt_at) where state = 'QUEUED';
create index mail_created on notices.mail (centre_id, created_at, id);
select opencit.protect('notices.mail');

create table notices.mail_attachment (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    id        bigint generated always as identity,
    mail_id   bigint not null,
    file_id   bigint not null,
    primary key (centre_id, id),
    unique (centre_id, mail_id, file_id),
    foreign key (centre_id, mail_id) references notices.mail (centre_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id)
);
select opencit.protect('notices.mail_attachment');
