-- SPDX-License-Identifier: EUPL-1.2
create schema catalogue;
comment on schema catalogue is 'Catalogo: i servizi offerti, le loro schede, i fornitori e i contratti';

create table catalogue.supplier (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    id          bigint  generated always as identity,
    name        text    not null check (name <> ''),
    partita_iva text    check (partita_iva ~ '^\d{11}$'),
    contact     text    not null default '',
    email       text    not null default '',
    pec         text    not null default '',
    phone       text    not null default '',
    website     text    not null default '',
    notes       text    not null default '',
    version     integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, name)
);
comment on table catalogue.supplier is 'Fornitori e partner tecnologici';
comment on column catalogue.supplier.contact is 'Persona o ufficio a cui rivolgersi';
create unique index supplier_partita_iva on catalogue.supplier (centre_id, partita_iva);
select opencit.protect('catalogue.supplier');

create table catalogue.offering (
    centre_id     bigint  not null default opencit.current_centre() references centres.centre,
    id            bigint  generated always as identity,
    code          text    not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    title         text    not null check (title <> ''),
    summary       text    not null default '',
    class         text    not null check (class in ('BASE', 'SURCHARGE', 'ON_REQUEST')),
    level         text    not null check (level in ('BASE', 'INTERMEDIATE', 'ADVANCED')),
    area          text    not null check (area in ('MANAGEMENT', 'BACK_OFFICE', 'EGOV')),
    fee           text    not null check (fee in ('ONE_OFF', 'YEARLY')),
    continuation  text    not null check (continuation in ('CONFIRMED', 'TACIT', 'NONE')),
    members_only  boolean not null default true,
    kinds         text[]  not null default '{}' check (kinds <@ array ['COMUNE', 'UNIONE', 'COMUNITA_MONTANA', 'PROVINCIA',
                          'CITTA_METROPOLITANA', 'CONSORZIO', 'AZIENDA_SPECIALE', 'OTHER']),
    max_residents integer check (max_residents > 0),
    sharing       text    not null default 'EACH' check (sharing in ('EACH', 'POOLED')),
    included      text    not null default '',
    partner_id    bigint,
    offered_from  date    not null,
    offered_to    date    check (offered_to >= offered_from),
    version       integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, code),
    foreign key (centre_id, partner_id) references catalogue.supplier (centre_id, id),
    constraint one_off_does_not_continue check (fee = 'YEARLY' or continuation = 'NONE')
);
comment on table catalogue.offering is 'I servizi del catalogo';
comment on column catalogue.offering.code is 'Codice breve, per esempio pec: lo usano importazioni e programmi';
comment on column catalogue.offering.class is 'BASE servizio base, SURCHARGE a quota maggiorata, ON_REQUEST a richiesta';
comment on column catalogue.offering.level is 'BASE base, INTERMEDIATE intermedio, ADVANCED avanzato';
comment on column catalogue.offering.area is 'MANAGEMENT management e supporto, BACK_OFFICE back office e infrastruttura, EGOV produzione di eGov';
comment on column catalogue.offering.fee is 'ONE_OFF una tantum, YEARLY canone annuale';
comment on column catalogue.offering.continuation is 'CONFIRMED l''ente conferma ogni anno, TACIT prosegue se l''ente non disdice, NONE non prosegue';
comment on column catalogue.offering.kinds is 'Tipi di ente che possono chiederlo; vuoto: tutti';
comment on column catalogue.offering.max_residents is 'Ultimo numero di abitanti con cui un ente può chiederlo; vuoto: nessun limite';
comment on column catalogue.offering.sharing is 'EACH una dotazione per ogni ente di un''Unione, POOLED una per tutti';
comment on column catalogue.offering.included is 'Che cosa è compreso nella quota';
comment on column catalogue.offering.partner_id is 'Partner tecnologico';
comment on column catalogue.offering.offered_to is 'Ultimo giorno in cui si può chiedere; vuoto se in corso';
create index offering_partner on catalogue.offering (centre_id, partner_id);
select opencit.protect('catalogue.offering');

create table catalogue.price (
    centre_id   bigint not null default opencit.current_centre() references centres.centre,
    id          bigint generated always as identity,
    offering_id bigint not null,
    charge      text   not null check (charge in ('ACTIVATION', 'YEARLY', 'CONSUMPTION')),
    variant     text   not null default '',
    tariff_code text   not null check (tariff_code ~ '^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$'),
    starts_on   date   not null,
    ends_on     date   check (ends_on >= starts_on),
    primary key (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id) on delete cascade,
    constraint one_price exclude using gist (centre_id with =, offering_id with =, charge with =, variant with =,
        daterange(starts_on, ends_on, '[]') with &&)
);
comment on table catalogue.price is 'Quale tariffa vale, quando, per che cosa';
comment on column catalogue.price.charge is 'ACTIVATION all''attivazione, YEARLY ogni anno di utilizzo, CONSUMPTION su quanto è stato consumato';
comment on column catalogue.price.variant is 'Variante del servizio, per esempio Regione Lombardia; vuoto: tutte';
comment on column catalogue.price.tariff_code is 'Codice della tariffa, per esempio brescia-2015-2020/pec';
select opencit.protect('catalogue.price');

create table catalogue.service_sheet (
    centre_id         bigint  not null default opencit.current_centre() references centres.centre,
    offering_id       bigint  not null,
    context           text    not null default '',
    subject           text    not null default '',
    duties            text    not null default '',
    costs             text    not null default '',
    conditions        text    not null default '',
    recipients        text    not null default '',
    technology        text    not null default '',
    online_now        integer check (online_now between 1 and 5),
    online_planned    integer check (online_planned between 1 and 5),
    online_note       text    not null default '',
    activation_time   text    not null default '',
    person_in_charge  text    not null default '',
    staff             text    not null default '',
    hours             text    not null default '',
    version           integer not null default 0,
    primary key (centre_id, offering_id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id) on delete cascade
);
comment on table catalogue.service_sheet is 'La scheda di ogni servizio';
comment on column catalogue.service_sheet.context is 'Contesto di riferimento';
comment on column catalogue.service_sheet.subject is 'Oggetto del servizio';
comment on column catalogue.service_sheet.duties is 'Obblighi e adempimenti';
comment on column catalogue.service_sheet.conditions is 'Condizioni particolari';
comment on column catalogue.service_sheet.recipients is 'Destinatari';
comment on column catalogue.service_sheet.technology is 'Partner tecnologici e tecnologia';
comment on column catalogue.service_sheet.online_now is 'Livello di informatizzazione: 1 informazioni, 2 modulo da scaricare, 3 invio online, 4 intera pratica online, 5 proattivo';
comment on column catalogue.service_sheet.online_planned is 'Livello di informatizzazione previsto';
comment on column catalogue.service_sheet.person_in_charge is 'Responsabile di procedimento';
comment on column catalogue.service_sheet.staff is 'Personale addetto';
comment on column catalogue.service_sheet.hours is 'Orari';
select opencit.protect('catalogue.service_sheet');

create table catalogue.sheet_attachment (
    centre_id   bigint not null default opencit.current_centre() references centres.centre,
    id          bigint generated always as identity,
    offering_id bigint not null,
    file_id     bigint not null,
    title       text   not null check (title <> ''),
    primary key (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id) on delete cascade,
    foreign key (centre_id, file_id) references documents.file (centre_id, id)
);
comment on table catalogue.sheet_attachment is 'Allegati delle schede';
create index sheet_attachment_offering on catalogue.sheet_attachment (centre_id, offering_id);
select opencit.protect('catalogue.sheet_attachment');

create table catalogue.request_form (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    offering_id bigint      not null,
    version     integer     not null check (version >= 1),
    fields      jsonb       not null check (jsonb_typeof(fields) = 'array'),
    written_by  text        not null default opencit.current_actor(),
    written_at  timestamptz not null default now(),
    primary key (centre_id, offering_id, version),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id) on delete cascade
);
comment on table catalogue.request_form is 'I campi del modulo di richiesta, versione per versione: una versione non cambia più';
select opencit.protect('catalogue.request_form');
create function catalogue.keep_form() returns trigger
    language plpgsql as $$
begin
    raise exception 'Version % of a request form does not change: write the next one', old.version;
end $$;
create trigger keep_form before update on catalogue.request_form
    for each row execute function catalogue.keep_form();

create table catalogue.contract (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    supplier_id bigint        not null,
    object      text          not null check (object <> ''),
    starts_on   date          not null,
    ends_on     date          not null check (ends_on >= starts_on),
    notice_days integer       not null default 0 check (notice_days between 0 and 1095),
    cig         text          check (cig ~ '^[0-9A-Z]{10}$'),
    amount      numeric(14,2) check (amount >= 0),
    act         text          not null default '',
    notes       text          not null default '',
    closed_on   date          check (closed_on >= starts_on),
    renews_id   bigint,
    version     integer       not null default 0,
    primary key (centre_id, id),
    unique (centre_id, renews_id),
    foreign key (centre_id, supplier_id) references catalogue.supplier (centre_id, id),
    foreign key (centre_id, renews_id) references catalogue.contract (centre_id, id),
    constraint renews_another check (renews_id is distinct from id)
);
comment on table catalogue.contract is 'Contratti con i fornitori';
comment on column catalogue.contract.notice_days is 'Giorni di preavviso per la disdetta, contati all''indietro dall''ultimo giorno';
comment on column catalogue.contract.cig is 'Codice identificativo di gara';
comment on column catalogue.contract.amount is 'Importo del contratto, IVA esclusa';
comment on column catalogue.contract.act is 'Atto di affidamento';
comment on column catalogue.contract.closed_on is 'Giorno in cui è stato chiuso: non dà più avvisi';
comment on column catalogue.contract.renews_id is 'Contratto che questo rinnova';
create index contract_supplier on catalogue.contract (centre_id, supplier_id);
create index contract_end on catalogue.contract (centre_id, ends_on);
select opencit.protect('catalogue.contract');

create table catalogue.contract_offering (
    centre_id   bigint not null default opencit.current_centre() references centres.centre,
    contract_id bigint not null,
    offering_id bigint not null,
    primary key (centre_id, contract_id, offering_id),
    foreign key (centre_id, contract_id) references catalogue.contract (centre_id, id) on delete cascade,
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id)
);
comment on table catalogue.contract_offering is 'I servizi del catalogo a cui un contratto serve';
create index contract_offering_offering on catalogue.contract_offering (centre_id, offering_id);
select opencit.protect('catalogue.contract_offering');
