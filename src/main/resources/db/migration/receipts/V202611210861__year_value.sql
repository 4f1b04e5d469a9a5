-- SPDX-License-Identifier: EUPL-1.2
create schema receipts;
comment on schema receipts is 'Entrate: quote, accertamenti, riscossioni';

create table receipts.year_value (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    year        integer     not null check (year between 2000 and 2100),
    tariff_code text        not null,
    quantity    text        not null,
    value       numeric     not null check (value >= 0),
    source      text        not null check (source <> ''),
    version     integer     not null default 0,
    primary key (centre_id, id),
    unique (centre_id, year, tariff_code, quantity)
);
comment on table receipts.year_value is 'Valori dell''anno che una tariffa chiede uguali per tutti, come il costo da ripartire';
comment on column receipts.year_value.source is 'Da dove viene: atto, preventivo, rendiconto';
select opencit.protect('receipts.year_value');
