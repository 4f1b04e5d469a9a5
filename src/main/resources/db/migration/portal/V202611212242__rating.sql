-- SPDX-License-Identifier: EUPL-1.2
create table portal.rating (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      generated always as identity,
    path      text        not null check (path ~ '^/[a-z0-9/._-]{0,200}$'),
    language  text        not null check (language in ('it', 'en')),
    stars     integer     not null check (stars between 1 and 5),
    reason    text        not null default '' check (reason in ('', 'CLEAR', 'COMPLETE', 'PROCEDURE', 'TECHNICAL', 'OTHER')),
    comment   text        not null default '' check (length(comment) <= 200),
    at        timestamptz not null,
    primary key (centre_id, id)
);
comment on table portal.rating is 'Quanto è chiara una pagina, per chi la legge: senza sapere chi è';
comment on column portal.rating.path is 'Indirizzo della pagina, senza la lingua';
comment on column portal.rating.stars is 'Da 1 (per niente chiara) a 5 (molto chiara)';
comment on column portal.rating.reason is 'Che cosa è andato bene (da 4 in su) o male';
create index rating_of_page on portal.rating (centre_id, path);
select opencit.protect('portal.rating');
revoke delete on portal.rating from ${app};
