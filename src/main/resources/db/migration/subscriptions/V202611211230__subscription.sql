-- SPDX-License-Identifier: EUPL-1.2
create schema subscriptions;
comment on schema subscriptions is 'Servizi erogati: richieste, attivazioni, periodi di canone, quantità, consumi, disdette';

create table subscriptions.subscription (
    centre_id            bigint  not null default opencit.current_centre() references centres.centre,
    id                   bigint  generated always as identity,
    offering_id          bigint  not null,
    organization_id      bigint  not null,
    variant              text    not null default '',
    continuing           boolean not null,
    stage                text    not null default 'REQUESTED',
    requested_on         date    not null,
    assigned_to          text    check (assigned_to <> ''),
    assigned_supplier_id bigint,
    partner_id           bigint,
    starts_on            date,
    ends_on              date    check (ends_on >= starts_on),
    ending_reason        text    check (ending_reason <> ''),
    closed_on            date,
    closing_reason       text    check (closing_reason <> ''),
    referent_name        text    not null default '',
    referent_email       text    not null default '',
    referent_phone       text    not null default '',
    notes                text    not null default '',
    version              integer not null default 0,
    primary key (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, assigned_supplier_id) references catalogue.supplier (centre_id, id),
    foreign key (centre_id, partner_id) references catalogue.supplier (centre_id, id),
    constraint subscription_stage check ( -- as in SubscriptionState: each state with its own data
        (starts_on is not null) = (stage in ('ACTIVE', 'IN_TERMINATION', 'TERMINATED'))
        and num_nonnulls(ends_on, ending_reason)
            = case when stage in ('IN_TERMINATION', 'TERMINATED') then 2 else 0 end
        and num_nonnulls(closed_on, closing_reason)
            = case when stage in ('REFUSED', 'WITHDRAWN') then 2 else 0 end
        and (assigned_to is null or stage not in ('REQUESTED', 'UNDER_REVIEW'))
        and (assigned_to is not null or stage <> 'IN_ACTIVATION')
        and (assigned_to is not null or assigned_supplier_id is null)
        and stage in ('REQUESTED', 'UNDER_REVIEW', 'IN_ACTIVATION', 'ACTIVE', 'IN_TERMINATION', 'TERMINATED',
                      'REFUSED', 'WITHDRAWN'))
);
comment on table subscriptions.subscription is 'Chi usa quale servizio, dalla richiesta alla cessazione';
comment on column subscriptions.subscription.organization_id is 'Ente fruitore (beneficiario)';
comment on column subscriptions.subscription.variant is 'Variante di prezzo scelta, per esempio l''intermediario; vuota se il servizio non ne ha';
comment on column subscriptions.subscription.continuing is 'Servizio a canone annuale: un ente ne ha uno solo alla volta; una tantum: si può chiedere di nuovo';
comment on column subscriptions.subscription.stage is 'REQUESTED richiesta, UNDER_REVIEW in verifica, IN_ACTIVATION in attivazione, ACTIVE attiva, IN_TERMINATION in disdetta, TERMINATED cessata, REFUSED rifiutata, WITHDRAWN ritirata';
comment on column subscriptions.subscription.assigned_to is 'Chi cura l''attivazione';
comment on column subscriptions.subscription.assigned_supplier_id is 'Fornitore a cui è affidata l''attivazione';
comment on column subscriptions.subscription.partner_id is 'Partner tecnologico dell''ente per questo servizio';
comment on column subscriptions.subscription.starts_on is 'Primo giorno di uso';
comment on column subscriptions.subscription.ends_on is 'Ultimo giorno di uso, chiesto (in disdetta) o confermato (cessata)';
comment on column subscriptions.subscription.closed_on is 'Giorno del rifiuto o del ritiro';
create unique index subscription_one_at_a_time on subscriptions.subscription (centre_id, organization_id, offering_id)
    where continuing and stage not in ('REFUSED', 'WITHDRAWN', 'TERMINATED');
create index subscription_offering on subscriptions.subscription (centre_id, offering_id);
create index subscription_organization on subscriptions.subscription (centre_id, organization_id);
create index subscription_stage_index on subscriptions.subscription (centre_id, stage);
create index subscription_partner on subscriptions.subscription (centre_id, partner_id);
create index subscription_supplier on subscriptions.subscription (centre_id, assigned_supplier_id);
select opencit.protect('subscriptions.subscription');

create table subscriptions.request (
    centre_id         bigint      not null default opencit.current_centre() references centres.centre,
    id                bigint      generated always as identity,
    subscription_id   bigint      not null,
    kind              text        not null check (kind in ('ACTIVATION', 'MORE', 'PAYER', 'TERMINATION', 'RENEWAL')),
    state             text        not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    requested_on      date        not null,
    protocol_register text        check (protocol_register <> ''),
    protocol_number   text        check (protocol_number ~ '^\d{1,20}$'),
    protocol_date     date,
    protocol_year     integer     generated always as (extract(year from protocol_date)::integer) stored,
    form_version      integer     not null default 0 check (form_version >= 0),
    answers           jsonb       not null default '{}' check (jsonb_typeof(answers) = 'object'),
    quantities        jsonb       not null default '{}' check (jsonb_typeof(quantities) = 'object'),
    payers            jsonb       not null default '[]' check (jsonb_typeof(payers) = 'array'),
    from_day          date,
    reason            text        not null default '',
    outcome           text        not null default '',
    recorded_by       text        not null default opencit.current_actor(),
    recorded_at       timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    unique (centre_id, subscription_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    constraint request_protocol check (num_nonnulls(protocol_register, protocol_number, protocol_date) in (0, 3))
);
comment on table subscriptions.request is 'Le richieste su ogni servizio: attivazione, altre quantità, cambio di chi paga, disdetta, rinnovo';
comment on column subscriptions.request.state is 'OPEN in attesa, ACCEPTED accolta, REFUSED rifiutata, WITHDRAWN ritirata dall''ente';
comment on column subscriptions.request.protocol_number is 'Testo con gli zeri iniziali, com''è scritto dal registro';
comment on column subscriptions.request.form_version is 'Versione del modulo del servizio a cui si è risposto; 0 senza modulo';
comment on column subscriptions.request.answers is 'Le risposte, per chiave del campo del modulo';
comment on column subscriptions.request.quantities is 'Le quantità chieste, come totali, per chiave';
comment on column subscriptions.request.payers is 'Chi pagherà e quanta parte, quando la richiesta lo dice';
comment on column subscriptions.request.from_day is 'Da quando (altre quantità, cambio di chi paga) o ultimo giorno chiesto (disdetta)';
-- 00002619 and 2619 are the same number of the same register and year
create unique index request_protocol_once on subscriptions.request
    (centre_id, opencit.plain(protocol_register), protocol_year, ltrim(protocol_number, '0'))
    where protocol_number is not null;
create unique index request_one_open on subscriptions.request (centre_id, subscription_id, kind) where state = 'OPEN';
create index request_subscription on subscriptions.request (centre_id, subscription_id);
select opencit.protect('subscriptions.request');

create table subscriptions.transition (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    subscription_id bigint      not null,
    act             text        not null check (act <> ''),
    happened_on     date        not null,
    summary         text        not null check (summary <> ''),
    reason          text        not null default '',
    recorded_by     text        not null default opencit.current_actor(),
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    unique (centre_id, subscription_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade
);
comment on table subscriptions.transition is 'La storia di ogni servizio: che cosa è successo, quando, perché, e chi l''ha registrato';
create index transition_subscription on subscriptions.transition (centre_id, subscription_id);
select opencit.protect('subscriptions.transition');

create table subscriptions.attachment (
    centre_id       bigint not null default opencit.current_centre() references centres.centre,
    id              bigint generated always as identity,
    subscription_id bigint not null,
    request_id      bigint,
    transition_id   bigint,
    file_id         bigint not null,
    role            text   not null check (role in ('SIGNED_REQUEST', 'IDENTITY_CARD', 'ANSWER', 'OTHER')),
    primary key (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    foreign key (centre_id, subscription_id, request_id) references subscriptions.request (centre_id, subscription_id, id),
    foreign key (centre_id, subscription_id, transition_id)
        references subscriptions.transition (centre_id, subscription_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id)
);
comment on column subscriptions.attachment.role is 'SIGNED_REQUEST modulo firmato, IDENTITY_CARD documento d''identità di chi firma a mano, ANSWER risposta del centro, OTHER altro';
create index attachment_subscription on subscriptions.attachment (centre_id, subscription_id);
create index attachment_file on subscriptions.attachment (centre_id, file_id);
select opencit.protect('subscriptions.attachment');

create table subscriptions.payer (
    centre_id       bigint       not null default opencit.current_centre() references centres.centre,
    id              bigint       generated always as identity,
    subscription_id bigint       not null,
    organization_id bigint       not null,
    percent         numeric(9,6) not null check (percent > 0 and percent <= 100),
    from_year       integer      not null check (from_year between 1900 and 2200),
    to_year         integer      check (to_year between from_year and 2200),
    primary key (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    constraint one_share exclude using gist (
        centre_id with =, subscription_id with =, organization_id with =, int4range(from_year, to_year, '[]') with &&)
);
comment on table subscriptions.payer is 'Chi paga, in tutto o in parte, il servizio di un altro ente; il resto lo paga l''ente fruitore';
comment on column subscriptions.payer.percent is 'Per cento dell''importo';
comment on column subscriptions.payer.from_year is 'Primo anno a cui si applica';
comment on column subscriptions.payer.to_year is 'Ultimo anno; vuoto se non si sa';
create index payer_organization on subscriptions.payer (centre_id, organization_id);
select opencit.protect('subscriptions.payer');

-- The sum of the shares changes only where one begins. Asked at the end of the transaction, which may write several.
create function subscriptions.check_payers() returns trigger
    language plpgsql as $$
begin
    if exists (select
                 from subscriptions.payer p
                 join subscriptions.payer other
                   on other.centre_id = p.centre_id and other.subscription_id = p.subscription_id
                  and p.from_year between other.from_year and coalesce(other.to_year, p.from_year)
                where p.centre_id = new.centre_id and p.subscription_id = new.subscription_id
                group by p.id
               having sum(other.percent) > 100) then
        raise exception using errcode = 'check_violation', constraint = 'payers_within_the_whole',
            message = format('The payers of subscription %s take more than the whole', new.subscription_id);
    end if;
    return null;
end $$;
create constraint trigger payers_within_the_whole after insert or update on subscriptions.payer
    deferrable initially deferred for each row execute function subscriptions.check_payers();

create table subscriptions.term (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    subscription_id bigint      not null,
    kind            text        not null check (kind in ('ACTIVATION', 'YEARLY')),
    starts_on       date        not null,
    ends_on         date        not null check (ends_on >= starts_on),
    year            integer     not null generated always as (extract(year from starts_on)::integer) stored,
    reason          text        not null default '',
    recorded_by     text        not null default opencit.current_actor(),
    recorded_at     timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    constraint term_within_a_year check (extract(year from starts_on) = extract(year from ends_on)),
    constraint one_term_a_year unique (centre_id, subscription_id, kind, year)
);
comment on table subscriptions.term is 'I periodi di canone di ogni servizio, ciascuno dentro un anno solare: uno per anno e per tipo, quindi mai sovrapposti';
comment on column subscriptions.term.kind is 'ACTIVATION una tantum, YEARLY canone dell''anno';
create index term_year on subscriptions.term (centre_id, year);
select opencit.protect('subscriptions.term');

create table subscriptions.quantity (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    id              bigint  generated always as identity,
    subscription_id bigint  not null,
    key             text    not null check (key ~ '^[A-Za-z][A-Za-z0-9_-]{0,39}$'),
    value           numeric(16,4) not null check (value >= 0),
    starts_on       date    not null,
    ends_on         date    check (ends_on >= starts_on),
    note            text    not null default '',
    primary key (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    constraint one_quantity_a_day exclude using gist (
        centre_id with =, subscription_id with =, key with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on table subscriptions.quantity is 'Quante unità di un servizio ha un ente, giorno per giorno: per esempio 3 caselle fino a giugno, poi 5';
comment on column subscriptions.quantity.key is 'Chiave della quantità nella tariffa, per esempio mailboxes';
select opencit.protect('subscriptions.quantity');

create table subscriptions.consumption_import (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    offering_id bigint      not null,
    key         text        not null,
    file_name   text        not null,
    content     bytea       not null,
    applied_at  timestamptz,
    outcome     text        not null default '',
    recorded_by text        not null default opencit.current_actor(),
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id)
);
comment on table subscriptions.consumption_import is 'I file di consumi caricati; niente vale finché l''anteprima non è applicata';
create index consumption_import_offering on subscriptions.consumption_import (centre_id, offering_id);
select opencit.protect('subscriptions.consumption_import');

create table subscriptions.consumption (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    id              bigint  generated always as identity,
    subscription_id bigint  not null,
    key             text    not null check (key ~ '^[A-Za-z][A-Za-z0-9_-]{0,39}$'),
    value           numeric(16,4) not null check (value >= 0),
    starts_on       date    not null,
    ends_on         date    not null check (ends_on >= starts_on),
    year            integer not null generated always as (extract(year from starts_on)::integer) stored,
    note            text    not null default '',
    import_id       bigint,
    primary key (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    foreign key (centre_id, import_id) references subscriptions.consumption_import (centre_id, id),
    constraint consumption_within_a_year check (extract(year from starts_on) = extract(year from ends_on)),
    constraint counted_once exclude using gist (
        centre_id with =, subscription_id with =, key with =, daterange(starts_on, ends_on, '[]') with &&)
);
comment on table subscriptions.consumption is 'Quanto è stato consumato in un periodo: consultazioni, ore; ogni giorno è contato una volta sola';
create index consumption_year on subscriptions.consumption (centre_id, year);
create index consumption_import_id on subscriptions.consumption (centre_id, import_id);
select opencit.protect('subscriptions.consumption');

create table subscriptions.draft (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    organization_id bigint      not null,
    offering_id     bigint      not null,
    subscription_id bigint,
    kind            text        not null check (kind in ('ACTIVATION', 'MORE', 'PAYER', 'TERMINATION')),
    typed           jsonb       not null,
    saved_by        text        not null default opencit.current_actor(),
    saved_at        timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    constraint draft_subject check ((kind = 'ACTIVATION') = (subscription_id is null)),
    constraint one_draft unique nulls not distinct (centre_id, organization_id, offering_id, subscription_id, kind)
);
comment on table subscriptions.draft is 'Moduli che le persone degli enti stanno compilando: il centro non li vede';
comment on column subscriptions.draft.typed is 'I campi come sono stati scritti';
create index draft_subscription on subscriptions.draft (centre_id, subscription_id);
create index draft_offering on subscriptions.draft (centre_id, offering_id);
select opencit.protect('subscriptions.draft');
