-- SPDX-License-Identifier: EUPL-1.2
create table portal.arrangement (
    centre_id  bigint  not null default opencit.current_centre() references centres.centre,
    menu       jsonb   not null,
    home       text[]  not null check (home <@ array['NUMBERS', 'HIGHLIGHTS', 'NEWS', 'EVENTS', 'MAP']),
    highlights bigint[] not null default '{}',
    version    integer not null default 0,
    primary key (centre_id)
);
comment on table portal.arrangement is 'Come il centro dispone menu e prima pagina del sito; senza, valgono quelli di tutti';
comment on column portal.arrangement.menu is 'Voci nel loro ordine: [{"label": "Servizi", "labelEn": "Services", "address": "/servizi"}]';
comment on column portal.arrangement.home is 'Blocchi della prima pagina che si vedono, nel loro ordine';
comment on column portal.arrangement.highlights is 'Contenuti in evidenza, nel loro ordine';
select opencit.protect('portal.arrangement');
