-- SPDX-License-Identifier: EUPL-1.2
create schema costs;
comment on schema costs is 'Costi del centro ed entrate diverse, per la vista di sostenibilità';

create table costs.cost (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    year        integer       not null check (year between 2000 and 2100),
    kind        text          not null check (kind in ('PERSONNEL', 'SUPPLIES', 'INFRASTRUCTURE', 'GENERAL', 'OTHER')),
    offering_id bigint,
    description text          not null check (description <> ''),
    amount      numeric(14,2) not null check (amount > 0),
    act         text          not null default '',
    version     integer       not null default 0,
    primary key (centre_id, id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id),
    constraint one_cost unique nulls not distinct (centre_id, year, kind, offering_id, description, amount, act)
);
comment on table costs.cost is 'Costi del centro, per anno, natura e servizio';
comment on column costs.cost.kind is 'PERSONNEL personale, SUPPLIES fornitori e licenze, INFRASTRUCTURE infrastruttura, GENERAL spese generali, OTHER altro';
comment on column costs.cost.offering_id is 'Servizio a cui il costo si riferisce; vuoto se è di tutto il centro';
comment on column costs.cost.act is 'Atto, fattura o rendiconto da cui viene';
select opencit.protect('costs.cost');

create table costs.other_income (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    year        integer       not null check (year between 2000 and 2100),
    source      text          not null check (source in ('LEAD_BODY', 'REGION', 'STATE', 'EUROPE', 'OTHER')),
    description text          not null check (description <> ''),
    amount      numeric(14,2) not null check (amount > 0),
    act         text          not null default '',
    version     integer       not null default 0,
    primary key (centre_id, id),
    constraint one_income unique (centre_id, year, source, description, amount, act)
);
comment on table costs.other_income is 'Entrate che non vengono da quote e servizi: contributi, finanziamenti';
comment on column costs.other_income.source is 'LEAD_BODY ente capofila, REGION Regione, STATE Stato, EUROPE Unione europea, OTHER altro';
select opencit.protect('costs.other_income');
