-- SPDX-License-Identifier: EUPL-1.2
alter table catalogue.service_sheet
    add column latest       integer not null default 1,
    add column published    integer not null default 1 check (published > 0),
    add column scheduled_at timestamptz,
    add constraint latest_follows check (latest >= published),
    add constraint only_drafts_wait check (scheduled_at is null or latest > published);
comment on column catalogue.service_sheet.latest is 'Numero dell''ultima versione; se segue quella pubblicata è una bozza';
comment on column catalogue.service_sheet.published is 'Numero della versione che si legge: i suoi testi sono in questa riga';
comment on column catalogue.service_sheet.scheduled_at is 'Quando l''ultima versione si pubblica da sola';
create index service_sheet_scheduled on catalogue.service_sheet (centre_id, scheduled_at) where scheduled_at is not null;

create table catalogue.sheet_version (
    centre_id   bigint      not null default opencit.current_centre(),
    offering_id bigint      not null,
    number      integer     not null check (number > 0),
    texts       jsonb       not null check (jsonb_typeof(texts) = 'object'),
    note        text        not null default '',
    author      text        not null default opencit.current_actor(),
    author_name text        not null,
    at          timestamptz not null,
    primary key (centre_id, offering_id, number),
    foreign key (centre_id, offering_id) references catalogue.service_sheet (centre_id, offering_id) on delete cascade
);
comment on table catalogue.sheet_version is 'Tutte le versioni della scheda di un servizio: non si cambiano, se ne aggiunge un''altra';
comment on column catalogue.sheet_version.texts is 'Ogni blocco che dice qualcosa, con il nome che ha nel modulo: {"subject": "Caselle certificate"}';

-- The sheets there are already, of every centre: who migrates owns the tables and need not be a superuser.
alter table catalogue.service_sheet no force row level security;
insert into catalogue.sheet_version (centre_id, offering_id, number, texts, note, author, author_name, at)
select s.centre_id, s.offering_id, 1,
       (select coalesce(jsonb_object_agg(key, value), '{}')
          from jsonb_each(jsonb_build_object(
                   'context', s.context, 'subject', s.subject, 'duties', s.duties, 'costs', s.costs,
                   'conditions', s.conditions, 'recipients', s.recipients, 'technology', s.technology,
                   'onlineNow', coalesce(s.online_now::text, ''), 'onlinePlanned', coalesce(s.online_planned::text, ''),
                   'onlineNote', s.online_note, 'activationTime', s.activation_time,
                   'personInCharge', s.person_in_charge, 'staff', s.staff, 'hours', s.hours))
         where value <> '""'),
       'Com''era quando si è cominciato a conservare le versioni', 'sistema', 'sistema', now()
  from catalogue.service_sheet s;
alter table catalogue.service_sheet force row level security;

select opencit.protect('catalogue.sheet_version');
revoke update, delete on catalogue.sheet_version from ${app};
