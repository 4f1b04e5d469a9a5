-- SPDX-License-Identifier: EUPL-1.2
create schema organizations;
comment on schema organizations is 'Enti: anagrafica, dati numerici datati, persone, appartenenze, importazioni';

create table organizations.organization (
    centre_id           bigint  not null default opencit.current_centre() references centres.centre,
    id                  bigint  generated always as identity,
    kind                text    not null check (kind in ('COMUNE', 'UNIONE', 'COMUNITA_MONTANA', 'PROVINCIA',
                                    'CITTA_METROPOLITANA', 'CONSORZIO', 'AZIENDA_SPECIALE', 'OTHER')),
    name                text    not null check (name <> ''),
    istat_code          text    check (istat_code ~ '^\d{6}$'),
    cadastral_code      text    check (cadastral_code ~ '^[A-Z]\d{3}$'),
    ipa_code            text    check (ipa_code <> ''),
    tax_code            text    check (tax_code ~ '^(\d{11}|[A-Z0-9]{16})$'),
    vat_number          text    check (vat_number ~ '^\d{11}$'),
    digital_domicile    text    check (digital_domicile like '%_@_%'),
    invoice_office_code text    check (invoice_office_code ~ '^[A-Z0-9]{6}$'),
    seat_address        text    not null default '',
    seat_postcode       text    not null default '' check (seat_postcode ~ '^(\d{5})?$'),
    seat_municipality   text    not null default '',
    seat_province       text    not null default '' check (seat_province ~ '^([A-Z]{2})?$'),
    province_code       text    not null default '' check (province_code ~ '^(\d{3})?$'),
    website             text    not null default '',
    notes               text    not null default '',
    version             integer not null default 0,
    search              text    not null generated always as (opencit.plain(
                            name || ' ' || coalesce(istat_code, '') || ' ' || coalesce(cadastral_code, '') || ' '
                            || coalesce(ipa_code, '') || ' ' || coalesce(tax_code, '') || ' ' || coalesce(vat_number, '') || ' '
                            || coalesce(digital_domicile, '') || ' ' || coalesce(invoice_office_code, '') || ' '
                            || seat_municipality || ' ' || seat_province || ' ' || seat_postcode || ' ' || website)) stored,
    primary key (centre_id, id)
);
comment on table organizations.organization is 'Gli enti che il centro serve o può servire';
comment on column organizations.organization.cadastral_code is 'Codice catastale: è ciò da cui si riconosce un Comune, il codice ISTAT cambia';
comment on column organizations.organization.digital_domicile is 'Indirizzo PEC che riceve gli atti';
comment on column organizations.organization.invoice_office_code is 'Codice univoco dell''ufficio che riceve le fatture elettroniche';
comment on column organizations.organization.province_code is 'Codice ISTAT della provincia, per la mappa';
-- Row-level security keeps "like" away from indexes (it is not leakproof): a centre's rows are few, they are read by centre.
comment on column organizations.organization.search is 'Denominazione, codici e sede senza accenti né maiuscole, per la ricerca';
create unique index organization_cadastral on organizations.organization (centre_id, cadastral_code);
create unique index organization_ipa on organizations.organization (centre_id, lower(ipa_code));
create unique index organization_tax on organizations.organization (centre_id, tax_code);
create index organization_name on organizations.organization (centre_id, opencit.plain(name), id);
select opencit.protect('organizations.organization');

create table organizations.figure_kind (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    code      text    not null check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    label     text    not null check (label <> ''),
    unit      text    not null check (unit <> ''),
    version   integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, code)
);
comment on table organizations.figure_kind is 'Tipi di dato numerico: abitanti, imprese, postazioni e quelli che il centro aggiunge';
select opencit.protect('organizations.figure_kind');

create table organizations.figure (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    organization_id bigint      not null,
    kind            text        not null,
    reference_date  date        not null,
    value           numeric     not null check (value >= 0),
    source          text        not null check (source <> ''),
    mark            text        check (mark <> ''),
    recorded_at     timestamptz not null,
    recorded_by     text        not null default opencit.current_actor(),
    superseded_at   timestamptz,
    superseded_by   text,
    primary key (centre_id, id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id) on delete cascade,
    foreign key (centre_id, kind) references organizations.figure_kind (centre_id, code),
    check ((superseded_at is null) = (superseded_by is null))
);
comment on table organizations.figure is 'Dati numerici datati: una correzione non cancella il valore di prima';
comment on column organizations.figure.reference_date is 'Giorno a cui il dato si riferisce';
comment on column organizations.figure.mark is 'Avvertenza da mostrare accanto al valore, per esempio dimostrativo';
comment on column organizations.figure.superseded_at is 'Quando è stato corretto; nullo per il valore che vale';
create unique index figure_current on organizations.figure (centre_id, organization_id, kind, reference_date)
    where superseded_at is null;
create index figure_history on organizations.figure (centre_id, organization_id, reference_date);
select opencit.protect('organizations.figure');

create table organizations.person (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    id              bigint  generated always as identity,
    organization_id bigint  not null,
    role            text    not null check (role in ('MAYOR', 'SECRETARY', 'RTD', 'ACCOUNTING', 'CONTACT')),
    name            text    not null check (name <> ''),
    email           text    not null default '',
    phone           text    not null default '',
    term_from       date    not null,
    term_to         date,
    version         integer not null default 0,
    primary key (centre_id, id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id) on delete cascade,
    check (term_to >= term_from)
);
comment on table organizations.person is 'Persone degli enti, con l''incarico e la sua durata';
create index person_organization on organizations.person (centre_id, organization_id);
select opencit.protect('organizations.person');

create table organizations.membership (
    centre_id      bigint  not null default opencit.current_centre() references centres.centre,
    id             bigint  generated always as identity,
    aggregation_id bigint  not null,
    member_id      bigint  not null,
    from_date      date    not null,
    to_date        date,
    version        integer not null default 0,
    primary key (centre_id, id),
    foreign key (centre_id, aggregation_id) references organizations.organization (centre_id, id) on delete cascade,
    foreign key (centre_id, member_id) references organizations.organization (centre_id, id) on delete cascade,
    check (aggregation_id <> member_id),
    check (to_date >= from_date),
    constraint membership_once exclude using gist (centre_id with =, aggregation_id with =, member_id with =,
        daterange(from_date, to_date, '[]') with &&)
);
comment on table organizations.membership is 'Enti che fanno parte di una Unione, di una Comunità montana o di un consorzio, con le date';
comment on column organizations.membership.to_date is 'Ultimo giorno; nullo se ne fa ancora parte';
create index membership_member on organizations.membership (centre_id, member_id);
select opencit.protect('organizations.membership');

create table organizations.import (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    source      text        not null check (source in ('ISTAT', 'IPA')),
    file_name   text        not null,
    provinces   text[]      not null default '{}',
    uploaded_at timestamptz not null,
    uploaded_by text        not null default opencit.current_actor(),
    applied_at  timestamptz,
    applied_by  text,
    created     integer,
    changed     integer,
    unchanged   integer,
    refused     integer,
    primary key (centre_id, id),
    check (num_nulls(applied_at, applied_by, created, changed, unchanged, refused) in (0, 6))
);
comment on table organizations.import is 'Importazioni: caricate, viste in anteprima, applicate';
comment on column organizations.import.provinces is 'Sigle delle province volute; vuoto per tutta Italia';
select opencit.protect('organizations.import');

create table organizations.import_content (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    id        bigint not null,
    file      bytea,
    shown     bytea  not null,
    primary key (centre_id, id),
    foreign key (centre_id, id) references organizations.import (centre_id, id) on delete cascade
);
comment on column organizations.import_content.file is 'Il file caricato, compresso; nullo quando è quello nazionale del programma';
comment on column organizations.import_content.shown is 'Gli esiti mostrati nell''anteprima, compressi: se all''applicazione sono altri, si dice quali';
select opencit.protect('organizations.import_content');

create table organizations.import_outcome (
    centre_id       bigint not null default opencit.current_centre() references centres.centre,
    id              bigint generated always as identity,
    import_id       bigint not null,
    organization_id bigint not null,
    outcome         text   not null,
    primary key (centre_id, id),
    foreign key (centre_id, import_id) references organizations.import (centre_id, id) on delete cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id) on delete cascade
);
comment on table organizations.import_outcome is 'Che cosa ogni importazione ha fatto a ogni ente';
create index import_outcome_organization on organizations.import_outcome (centre_id, organization_id);
select opencit.protect('organizations.import_outcome');
