-- SPDX-License-Identifier: EUPL-1.2
create table tariffs.comparison (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      generated always as identity,
    name      text        not null check (name <> ''),
    address   text        not null,
    year      integer     not null check (year between 1900 and 2200),
    snapshot  jsonb       not null,
    kept_by   text        not null default opencit.current_actor(),
    kept_at   timestamptz not null default now(),
    primary key (centre_id, id)
);
comment on table tariffs.comparison is 'Confronti del laboratorio che qualcuno ha chiesto di conservare';
comment on column tariffs.comparison.address is 'Parametri della pagina: rifanno il confronto con i dati di oggi';
comment on column tariffs.comparison.snapshot is 'I risultati di quando è stato salvato, ente per ente';
select opencit.protect('tariffs.comparison');
