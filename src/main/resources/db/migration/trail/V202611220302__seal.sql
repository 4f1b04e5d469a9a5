-- SPDX-License-Identifier: EUPL-1.2
create schema trail;
comment on schema trail is 'Registro delle modifiche: i sigilli che mostrano se è stato toccato, e le verifiche';
grant usage on schema trail to ${app};

create table trail.seal (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      not null check (id > 0),
    first_entry bigint      not null,
    last_entry  bigint      not null,
    entries     bigint      not null check (entries > 0),
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at   timestamptz not null,
    sealed_by   text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    check (first_entry <= last_entry)
);
comment on table trail.seal is 'Sigilli del registro delle modifiche: ciascuno chiude le righe dopo il precedente; si può solo aggiungere';
comment on column trail.seal.id is 'Progressivo nel centro, senza salti';
comment on column trail.seal.hash is 'SHA-256 del sigillo precedente e delle righe che questo chiude, nel loro ordine';
call opencit.isolate('trail.seal');
grant select, insert on trail.seal to ${app};

create table trail.verification (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    verified_at timestamptz not null,
    verified_by text        not null default opencit.current_actor(),
    seals       bigint      not null,
    entries     bigint      not null,
    problem     text        not null default '',
    primary key (centre_id, id)
);
comment on table trail.verification is 'Le verifiche della catena dei sigilli: quando, quanto era lunga, che cosa non tornava';
comment on column trail.verification.problem is 'Il primo sigillo che non torna, in parole; vuoto se tornano tutti';
call opencit.isolate('trail.verification');
grant select, insert on trail.verification to ${app};
